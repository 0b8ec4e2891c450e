package org.reelbench.remote.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;

@Timeout(120)
class AllowedHostsTest {

    @TempDir
    Path folder = Path.of("set by the framework");

    private static boolean permits(String entry, String address) {
        return AllowedHosts.of(List.of(entry)).permits(URI.create(address));
    }

    @Test
    void aNameMeansItsUsualPortAlone() {
        assertTrue(permits("a.example", "http://a.example/b"));
        assertTrue(permits("A.Example", "HTTPS://a.EXAMPLE:443/b"));
        assertTrue(permits("a.example", "http://a.example.:80/b"));
        assertFalse(permits("a.example", "http://a.example:8080/b"));
        assertFalse(permits("a.example", "https://a.example:80/b"));
        assertFalse(permits("a.example", "http://b.a.example/b"));
        assertFalse(permits("a.example", "http://a.example.evil.example/b"));
        assertTrue(permits("a.example:8080", "https://a.example:8080/b"));
        assertTrue(permits("a.example:80", "http://a.example/b"));
        assertFalse(permits("a.example:8080", "https://a.example/b"));
        assertTrue(permits("[::1]:8080", "http://[::1]:8080/b"));
        assertFalse(permits("[::1]", "http://[::1]:8080/b"));
    }

    @Test
    void aStarMeansAllNamesUnderOne() {
        assertTrue(permits("*.example.com", "https://a.example.com/"));
        assertTrue(permits("*.example.com", "https://a.b.example.com/"));
        assertFalse(permits("*.example.com", "https://example.com/"));
        assertFalse(permits("*.example.com", "https://evilexample.com/"));
        assertFalse(permits("*.example.com", "https://a.example.com:81/"));
        assertTrue(permits("*.example.com:81", "https://a.example.com:81/"));
    }

    @Test
    void whatIsNoHostIsRefused() {
        for (String text : List.of("", "*", "http://a", "a/b", "a b", "a:", "a:x", "-a", "*.*", "a@b")) {
            assertThrows(IllegalArgumentException.class, () -> AllowedHosts.of(List.of(text)), text);
        }
    }

    @Test
    void fromSecureToPlainNobodyIsLed() throws Exception {
        AllowedHosts all = AllowedHosts.of(List.of("a.example"));
        URI secure = URI.create("https://a.example/x/y");
        assertEquals(URI.create("https://a.example/x/z?q"), RemoteAddress.redirected(secure, "z?q", all));
        assertEquals(secure, RemoteAddress.redirected(URI.create("http://a.example/"), secure.toString(), all));
        for (String target : List.of("http://a.example/", "//b.example/", "https://ada@a.example/", "mailto:a", "https:///")) {
            assertEquals(Reason.NOT_ALLOWED, assertThrows(RemoteFailure.class,
                    () -> RemoteAddress.redirected(secure, target, all), target).of("m").reason(), target);
        }
    }

    @Test
    void nothingIsAskedUnlessTheUserSaysSo() throws Exception {
        try (MediaServer server = new MediaServer(100); Reader reader = Reader.in(folder)) {
            MediaException off = refusal(reader, server.uri("/a"), Set.of());
            assertEquals(Reason.NOT_ALLOWED, off.reason());
            assertTrue(off.getMessage().contains("switched off; allow it with --allow-host " + server.host()), off.getMessage());
            assertTrue(refusal(reader, server.uri("/a"), Set.of("b.example")).getMessage().contains("not among those"));
            assertEquals(Reason.NOT_ALLOWED, refusal(reader, server.uri("/a"), Set.of("http://b/")).reason());
            reader.media.modified(settings(false, server.host()));
            assertEquals(Reason.NOT_ALLOWED, refusal(reader, server.uri("/a"), Set.of()).reason());
            assertEquals(Reason.NOT_ALLOWED, refusal(reader,
                    URI.create("http://ada:pass1@" + server.host() + "/a"), Set.of(server.host())).reason());
            assertEquals(0, server.requests.size());

            reader.media.modified(settings(true, "no host at all", server.host()));
            reader.media.open(server.uri("/a"), Set.of(), new Cancellation()).close();
            reader.media.modified(settings(false, server.host()));
            assertEquals(Reason.NOT_ALLOWED, refusal(reader, server.uri("/a"), Set.of()).reason());
        }
    }

    @Test
    void theEnvironmentAllowsHostsToo() throws Exception {
        try (MediaServer server = new MediaServer(100);
                Reader reader = Reader.with(folder, Map.of("REELBENCH_ALLOW_HOSTS", "b.example, " + server.host()))) {
            reader.media.open(server.uri("/a"), Set.of(), new Cancellation()).close();
        }
    }

    private static MediaException refusal(Reader reader, URI address, Set<String> hosts) {
        return assertThrows(MediaException.class, () -> reader.media.open(address, hosts, new Cancellation()).close());
    }

    private static RemoteSettings settings(boolean enabled, String... hosts) {
        return new RemoteSettings() {

            @Override
            public Class<? extends Annotation> annotationType() {
                return RemoteSettings.class;
            }

            @Override
            public boolean enabled() {
                return enabled;
            }

            @Override
            public String[] hosts() {
                return hosts;
            }

            @Override
            public String store() {
                return "";
            }

            @Override
            public int cache_mib() {
                return 8;
            }
        };
    }
}
