package org.reelbench.cli.internal.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.Cancellation;

import com.sun.net.httpserver.HttpServer;

/** Sites of p2 at an address, served by the JDK's own server on loopback. */
class PluginSiteTest {

    private static final byte[] BUNDLE = "what would be a bundle".getBytes(StandardCharsets.UTF_8);

    private final Path folder;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final HttpServer server;

    PluginSiteTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = files.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private static byte[] index(String id, String sha256) {
        return ("<?xml version='1.0'?><repository><artifacts size='2'><artifact classifier='org.eclipse.update.feature' id='f'"
                + " version='1'/><artifact classifier='osgi.bundle' id='" + id + "' version='1.2.3'><properties size='1'>"
                + "<property name='download.checksum.sha-256' value='" + sha256 + "'/></properties></artifact></artifacts>"
                + "</repository>").getBytes(StandardCharsets.UTF_8);
    }

    private static String hash() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BUNDLE));
    }

    private List<Path> fetch() throws CommandException, InterruptedException {
        return new PluginSite("http://127.0.0.1:" + server.getAddress().getPort() + "/site", new Cancellation()).fetch(folder);
    }

    @Test
    void bundlesOfThePackedIndexAreFetched() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("artifacts.xml"));
            zip.write(index("org.example.one", hash()));
        }
        files.put("/site/artifacts.jar", packed.toByteArray());
        files.put("/site/plugins/org.example.one_1.2.3.jar", BUNDLE);
        List<Path> fetched = fetch();
        assertEquals(List.of(folder.resolve("org.example.one_1.2.3.jar")), fetched);
        assertEquals(new String(BUNDLE, StandardCharsets.UTF_8), Files.readString(fetched.getFirst()));
    }

    @Test
    void whatWasChangedOnTheSiteIsRefused() throws Exception {
        files.put("/site/artifacts.xml", index("org.example.one", hash()));
        files.put("/site/plugins/org.example.one_1.2.3.jar", "something else".getBytes(StandardCharsets.UTF_8));
        assertRefused(ExitCode.INPUT, "is not the file");
    }

    @Test
    void brokenSitesAreRefusedInWords() throws Exception {
        assertRefused(ExitCode.INPUT, "neither artifacts.jar nor artifacts.xml");
        files.put("/site/artifacts.xml", index("../../etc/passwd", ""));
        assertRefused(ExitCode.INPUT, "without id");
        files.put("/site/artifacts.xml", index("org.example.one", ""));
        assertRefused(ExitCode.INPUT, "not there");
        files.put("/site/artifacts.xml", "no XML".getBytes(StandardCharsets.UTF_8));
        assertRefused(ExitCode.INPUT, "no XML");
        files.put("/site/artifacts.xml", "<repository/>".getBytes(StandardCharsets.UTF_8));
        assertRefused(ExitCode.INPUT, "names no bundle");
        server.stop(0);
        assertRefused(ExitCode.NOT_AVAILABLE, "cannot be read");
    }

    private void assertRefused(int exitCode, String words) {
        CommandException refused = assertThrows(CommandException.class, this::fetch);
        assertEquals(exitCode, refused.exitCode());
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }
}
