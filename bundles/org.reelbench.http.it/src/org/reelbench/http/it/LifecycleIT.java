package org.reelbench.http.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.reelbench.http.it.Exchange.Answer;
import org.reelbench.media.MediaPublication;
import org.reelbench.media.MediaPublication.Growth;
import org.reelbench.media.Publication;

/** The server comes and goes while the program runs, and leaves nothing behind. */
class LifecycleIT {

    private static final String BUNDLE = "org.reelbench.http";

    @TempDir
    Path folder;

    private final byte[] bytes = new byte[8 * 1024 * 1024];
    private Path file;

    @BeforeEach
    void write() throws Exception {
        new Random(9).nextBytes(bytes);
        file = Files.write(folder.resolve("film.mp4"), bytes);
    }

    private Publication publish() throws Exception {
        return Server.start().publish(file, Growth.FIXED, MediaPublication.UNTIL_CLOSED);
    }

    private static boolean hasThreads() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().startsWith("reelbench-http"));
    }

    private static void assertClosed(URI uri) {
        assertThrows(ConnectException.class, () -> new Exchange(uri).close());
    }

    @Test
    void listensAtTheLoopbackAddressInTheRangeOfPorts() throws Exception {
        Server.start(Map.of("ports", "8000-9000"));
        try (Publication medium = Services.get(MediaPublication.class).publish(file, Growth.FIXED,
                MediaPublication.UNTIL_CLOSED)) {
            assertEquals("127.0.0.1", medium.uri().getHost());
            int port = medium.uri().getPort();
            assertTrue(port >= 8000 && port <= 9000, "port " + port);
        }
    }

    @Test
    void withoutConfigurationNoPortIsOpen() throws Exception {
        URI uri = publish().uri();
        assertEquals(206, Exchange.get(uri, "Range: bytes=0-1").status());
        Server.stop();
        Eventually.holds("the port is closed", () -> {
            try {
                new Exchange(uri).close();
                return false;
            } catch (ConnectException e) {
                // As it should be.
                return true;
            }
        });
    }

    @Test
    void stoppedBundleLeavesNoThreadHandleMappingOrPort() throws Exception {
        URI uri = publish().uri();
        assertArrayEquals(bytes, Exchange.get(uri).body());
        Bundle bundle = Services.bundle(BUNDLE);
        bundle.stop();
        assertClosed(uri);
        assertEquals(0, OpenFiles.handles(folder));
        assertEquals(0, OpenFiles.mappings(folder));
        Eventually.holds("no thread is left", () -> !hasThreads());
        bundle.start();
        assertEquals(206, Exchange.get(publish().uri(), "Range: bytes=0-1").status());
    }

    @Test
    void replacedBundleServesAgainWithTheSameTokenAndNothingThatWasPublished() throws Exception {
        URI before = publish().uri();
        Bundle bundle = Services.bundle(BUNDLE);
        bundle.stop();
        bundle.start();
        URI after = publish().uri();
        assertEquals(token(before), token(after));
        assertEquals(206, Exchange.get(after, "Range: bytes=0-1").status());
        assertEquals(404, Exchange.get(after.resolve(before.getRawPath())).status(), "old addresses have died");
    }

    @Test
    void openedAnewAfterItWasClosedItHasAnotherToken() throws Exception {
        URI before = publish().uri();
        Server.stop();
        URI after = publish().uri();
        assertNotEquals(token(before), token(after));
        assertEquals(404, Exchange.get(after.resolve(before.getRawPath())).status(), "old addresses have died");
    }

    private static String token(URI uri) {
        return uri.getRawPath().split("/")[2];
    }

    @Test
    void comesBackWhateverTheOrderOfItsNeighbours() throws Exception {
        publish();
        for (String name : new String[] { "org.apache.felix.http.jetty12", "org.apache.felix.configadmin", BUNDLE }) {
            Services.bundle(name).stop();
            Services.bundle(name).start();
            Eventually.holds("it serves after " + name, () -> {
                try (Publication again = publish()) {
                    return Exchange.get(again.uri(), "Range: bytes=0-1").status() == 206;
                } catch (IOException | IllegalStateException e) {
                    // On its way down or up.
                    return false;
                }
            });
        }
    }

    @Test
    void stopLetsABodyUnderWayComeToItsEnd() throws Exception {
        URI uri = publish().uri();
        try (Exchange exchange = new Exchange(uri)) {
            exchange.send("GET", uri.getRawPath());
            Answer head = exchange.head();
            assertEquals(200, head.status());
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> {
                try {
                    Server.stop();
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertArrayEquals(bytes, exchange.exactly(bytes.length));
            stopped.join();
        }
    }
}
