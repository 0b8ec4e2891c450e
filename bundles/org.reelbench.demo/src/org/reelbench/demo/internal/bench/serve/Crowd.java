package org.reelbench.demo.internal.bench.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients that hang on: some ask for the whole file and take nothing of it, some connect and say nothing. Closing ends them. */
final class Crowd implements AutoCloseable {

    static final int STALLED = 200;
    static final int IDLE = 1000;

    private static final int LITTLE_BYTES = 16 * 1024;

    private final List<SocketChannel> clients = new ArrayList<>();

    private Crowd() {
    }

    static Crowd around(URI uri) throws IOException {
        Crowd crowd = new Crowd();
        try {
            for (int i = 0; i < IDLE; i++) {
                crowd.connect(uri);
            }
            for (int i = 0; i < STALLED; i++) {
                ByteBuffer request = StandardCharsets.ISO_8859_1.encode(
                        "GET " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n\r\n");
                SocketChannel client = crowd.connect(uri);
                while (request.hasRemaining()) {
                    client.write(request);
                }
            }
            return crowd;
        } catch (IOException e) {
            crowd.close();
            throw e;
        }
    }

    private SocketChannel connect(URI uri) throws IOException {
        SocketChannel client = SocketChannel.open();
        clients.add(client);
        // Little is swallowed by buffers on this side.
        client.setOption(StandardSocketOptions.SO_RCVBUF, LITTLE_BYTES);
        client.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        return client;
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel client : clients) {
            client.close();
        }
    }
}
