package org.reelbench.http.internal.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connector. Whoever comes in at the moment when it stops may have been taken from the system and not yet been handed to anybody
 * who would answer or close: this closes them, so that nobody waits for what does not come. For every thread.
 */
final class Door extends ServerConnector {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final Set<Socket> taken = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;

    Door(Server server, int selectors, HttpConnectionFactory protocol) {
        // A thread that only accepts is interrupted when it is to end, and then loses whom it has just accepted.
        super(server, null, null, null, 0, selectors, protocol);
    }

    @Override
    protected void doStart() throws Exception {
        shut = false;
        super.doStart();
    }

    @Override
    protected void configure(Socket socket) {
        super.configure(socket);
        taken.add(socket);
        // Either this sees that it is shut, or who shuts it sees the socket.
        if (shut) {
            closeAll();
        }
    }

    /** Forgets those that have been closed. */
    void lookOver() {
        taken.removeIf(Socket::isClosed);
    }

    int count() {
        return taken.size();
    }

    @Override
    protected void doStop() throws Exception {
        try {
            super.doStop();
        } finally {
            shut = true;
            closeAll();
        }
    }

    private void closeAll() {
        for (Socket socket : taken) {
            taken.remove(socket);
            SocketChannel channel = socket.getChannel();
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("a client that came in last has gone", e);
            }
        }
    }
}
