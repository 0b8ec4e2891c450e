package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.product.Program.Result;
import org.reelbench.rules.ProductFolder;

/** {@code reelbench serve}, spoken to byte by byte. */
class ServeIT {

    /** More than the system keeps for one connection, so that the server is still sending when a test says so. */
    private static final int SIZE = 64 * 1024 * 1024;

    @TempDir
    private Path folder;

    private final byte[] bytes = new byte[SIZE];

    @BeforeEach
    void makeFiles() throws IOException {
        new Random(4).nextBytes(bytes);
        Files.write(folder.resolve("film.mp4"), bytes);
        Files.createDirectories(folder.resolve("media/more"));
        Files.writeString(folder.resolve("media/more/two words.webm"), "two");
        Files.writeString(folder.resolve("media/one.flac"), "one");
        Files.writeString(folder.resolve("media/notes.txt"), "no medium");
    }

    /** A request and the head of its answer; the caller reads the body. */
    private static DataInputStream ask(Socket socket, URI uri, String fields) throws IOException {
        socket.getOutputStream().write(("GET " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n" + fields
                + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    private static String head(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    @Test
    void rangesOfTheFileAreServedUntilCtrlC() throws Exception {
        try (Serving serving = Serving.start(folder, 1, "film.mp4")) {
            assertEquals(List.of("film.mp4"), serving.files());
            URI uri = serving.uris().getFirst();
            try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
                DataInputStream in = ask(socket, uri, "Range: bytes=1000-1999\r\n");
                String head = head(in);
                assertTrue(head.startsWith("HTTP/1.1 206 "), head);
                assertTrue(head.contains("bytes 1000-1999/" + SIZE), head);
                assertArrayEquals(Arrays.copyOfRange(bytes, 1000, 2000), in.readNBytes(1000));
            }
            serving.interrupt();
            serving.assertEndsWell();
            assertThrows(ConnectException.class, () -> new Socket(uri.getHost(), uri.getPort()).close());
        }
    }

    @Test
    void aBodyUnderWayComesToItsEndAfterCtrlC() throws Exception {
        try (Serving serving = Serving.start(folder, 1, "film.mp4")) {
            URI uri = serving.uris().getFirst();
            try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
                DataInputStream in = ask(socket, uri, "");
                assertTrue(head(in).startsWith("HTTP/1.1 200 "));
                byte[] first = in.readNBytes(1_000_000);
                serving.interrupt();
                // Nobody new gets in; by then the server is on its way down.
                while (accepts(uri)) {
                    Thread.onSpinWait();
                }
                byte[] rest = in.readNBytes(SIZE - first.length);
                assertArrayEquals(Arrays.copyOf(bytes, first.length), first);
                assertArrayEquals(Arrays.copyOfRange(bytes, first.length, SIZE), rest);
            }
            serving.assertEndsWell();
        }
    }

    /** Whether somebody who comes now is served. */
    private static boolean accepts(URI uri) {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            return head(ask(socket, uri, "Range: bytes=0-0\r\n")).startsWith("HTTP/1.1 206 ");
        } catch (IOException e) {
            // Refused or cut: no.
            return false;
        }
    }

    @Test
    void ofAFolderAllMediaAreServedAndListed() throws Exception {
        try (Serving serving = Serving.start(folder, 2, "media")) {
            assertEquals(List.of("media/more/two words.webm", "media/one.flac"), serving.files());
            URI list = serving.uris().getFirst().resolve("../");
            try (Socket socket = new Socket(list.getHost(), list.getPort())) {
                String page = new String(ask(socket, list, "Connection: close\r\n").readAllBytes(), StandardCharsets.UTF_8);
                for (URI uri : serving.uris()) {
                    assertTrue(page.contains("<video controls preload=\"metadata\" src=\"" + uri.getRawPath() + "\""), page);
                }
            }
        }
    }

    @Test
    void whatCannotBeServedIsNamedInOneLine() throws Exception {
        Files.createDirectory(folder.resolve("empty"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertOneLine(3, "missing.mp4", Program.run(folder, "serve", "missing.mp4"));
            assertOneLine(3, "empty", Program.run(folder, "serve", "empty"));
            assertOneLine(1, port, Program.run(folder, "serve", "film.mp4", "--port", port));
            // Of the block that is kept for documentation (RFC 5737), so not this machine's.
            assertOneLine(1, "192.0.2.1", Program.run(folder, "serve", "film.mp4", "--bind", "192.0.2.1"));
            assertOneLine(2, "--allow-origin", Program.run(folder, "serve", "film.mp4", "--allow-origin", "*"));
            assertOneLine(2, "--port", Program.run(folder, "serve", "film.mp4", "--port", "70000"));
        }
    }

    private static void assertOneLine(int exitCode, String named, Result result) {
        assertEquals(exitCode, result.exitCode(), result.err());
        assertEquals(1, result.errorLines().size(), result.err());
        assertTrue(result.err().contains(named), result.err());
        assertEquals("", result.out());
    }

    @Test
    void servingNeedsNothingThatDecodesComposesOrEncodes() throws Exception {
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        for (Path jar : ProductFolder.jars()) {
            if (!jar.getFileName().toString().matches("org\\.(bytedeco|reelbench\\.(media\\.ffmpeg|testcard|timeline|project|"
                    + "interchange|capture|render|encoding|loading|playback|proxies|sketches|preview|rest|sdk|testkit|demo))[._].*")) {
                Files.copy(jar, plugins.resolve(jar.getFileName()));
            }
        }
        String path = String.join(File.pathSeparator, ProductFolder.jars().stream().map(Path::toString)
                .filter(jar -> jar.matches(".*/org\\.(reelbench\\.cli_|eclipse\\.osgi_).*")).toList());
        ProcessBuilder program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dreelbench.bundles=" + plugins, "-cp", path, "org.reelbench.cli.internal.launcher.Main", "serve", "--json",
                "--port", "0", "media/one.flac").directory(folder.toFile());
        try (Serving serving = Serving.start(program, 1)) {
            URI uri = serving.uris().getFirst();
            try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
                DataInputStream in = ask(socket, uri, "");
                assertTrue(head(in).contains("Content-Length: 3"));
                assertEquals("one", new String(in.readNBytes(3), StandardCharsets.UTF_8));
            }
            serving.interrupt();
            serving.assertEndsWell();
        }
    }
}
