package org.reelbench.http.internal.server;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.reelbench.http.internal.send.Client;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, and how far the head of its next request has come. For every thread. */
final class ClientConnection implements Client {

    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    private final Connection connection;

    private boolean inRequest;
    private long bytesBefore;
    private long headSinceNs;
    private boolean headBegun;

    ClientConnection(Connection connection) {
        this.connection = connection;
    }

    /** The head of a request is complete. */
    synchronized void requestBegins() {
        inRequest = true;
        headBegun = false;
    }

    /** The answer is out; the next head may come. */
    synchronized void requestEnds() {
        inRequest = false;
        headBegun = false;
        bytesBefore = connection.getBytesIn();
    }

    /** Whether the first byte of a head came so long ago and its last is still missing. */
    synchronized boolean dripsLongerThan(long limitNs, long nowNs) {
        if (inRequest || connection.getBytesIn() == bytesBefore) {
            return false;
        }
        if (!headBegun) {
            headBegun = true;
            headSinceNs = nowNs;
        }
        return nowNs - headSinceNs > limitNs;
    }

    @Override
    public void cut() {
        EndPoint end = connection.getEndPoint();
        if (end.getTransport() instanceof NetworkChannel channel && channel.isOpen()) {
            try {
                // Without lingering the system throws away what the client did not fetch, and tells it that more was to come.
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                LOG.debug("the connection has ended by itself: {}", e.toString());
            }
        }
        end.close(new IOException("cut"));
    }
}
