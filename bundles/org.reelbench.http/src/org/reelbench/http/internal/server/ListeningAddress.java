package org.reelbench.http.internal.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to listen.
 *
 * @param address the address of an interface of this machine
 * @param firstPort the first port to try, or 0 for any
 * @param lastPort the last port to try
 */
record ListeningAddress(String address, int firstPort, int lastPort) {

    private static final Pattern PORTS = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final int LARGEST_PORT = 65_535;
    private static final int BACKLOG = 1024;

    /** Reads settings; throws if the ports are none. */
    static ListeningAddress of(String address, String ports) {
        Matcher matcher = PORTS.matcher(ports.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("ports are written as 8000-9000, 8000 or 0: " + ports);
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        if (last < first || last > LARGEST_PORT) {
            throw new IllegalArgumentException("there are no such ports: " + ports);
        }
        return new ListeningAddress(address, first, last);
    }

    /** Binds the first port that is free; the caller closes the channel. */
    ServerSocketChannel bind() throws IOException {
        InetAddress where = InetAddress.getByName(address);
        for (int port = firstPort; port <= lastPort; port++) {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(new InetSocketAddress(where, port), BACKLOG);
                return channel;
            } catch (BindException e) {
                channel.close();
                if (port == lastPort) {
                    throw new IOException("no port of " + firstPort + "-" + lastPort + " is free at " + address
                            + "; stop another program or name other ports", e);
                }
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
        throw new IllegalStateException("no port to try");
    }
}
