package org.reelbench.http.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class DoorTest {

    private static final int ROUNDS = "deep".equals(System.getProperty("reelbench.tier")) ? 200 : 12;
    private static final int CLIENTS = 8;
    private static final int FEW = 20;
    /** Long enough that only a hang reaches it. */
    private static final int HANG_MS = 60_000;

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger hung = new AtomicInteger();

    /** Comes in again and again until nobody is there any more. */
    private void comeInUntilItIsShut(int port, CountDownLatch few) {
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), HANG_MS);
                socket.setSoTimeout(HANG_MS);
                few.countDown();
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                (socket.getInputStream().read() >= 0 ? answered : ended).incrementAndGet();
            } catch (SocketTimeoutException e) {
                hung.incrementAndGet();
                return;
            } catch (java.net.ConnectException e) {
                return;
            } catch (IOException e) {
                ended.incrementAndGet();
            }
        }
    }

    private void round(boolean serverStops) throws Exception {
        Server server = new Server();
        server.setHandler(new Handler.Abstract() {

            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.write(true, ByteBuffer.wrap(new byte[] { 'y' }), callback);
                return true;
            }
        });
        Door door = new Door(server, 2, new HttpConnectionFactory());
        door.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(door);
        server.start();
        try {
            int port = door.getLocalPort();
            CountDownLatch few = new CountDownLatch(FEW);
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(Thread.ofPlatform().start(() -> comeInUntilItIsShut(port, few)));
            }
            few.await();
            if (serverStops) {
                server.stop();
            } else {
                door.stop();
            }
            for (Thread client : clients) {
                client.join();
            }
            assertEquals(0, door.count(), "it remembers nobody");
        } finally {
            server.stop();
        }
    }

    @Test
    void whoComesInWhileTheDoorIsShutGetsAnAnswerOrAnEnd() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            round(false);
        }
        assertEquals(0, hung.get(), "nobody tells them anything");
        assertTrue(answered.get() >= ROUNDS, answered + " were answered, " + ended + " ended");
    }

    @Test
    void whoComesInWhileTheServerStopsGetsAnAnswerOrAnEnd() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            round(true);
        }
        assertEquals(0, hung.get(), "nobody tells them anything");
        assertTrue(answered.get() >= ROUNDS, answered + " were answered, " + ended + " ended");
    }
}
