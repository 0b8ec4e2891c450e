package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.rules.ProductFolder;

/**
 * The headless product as it is deployed: from an installation that cannot be written, as a user who may do nothing, on a system that
 * has no library of a screen or of sound.
 */
class DeployedIT {

    private static final Path ROOT = Path.of(System.getProperty("reelbench.root"));
    private static final long HANG_MINUTES = 5;

    /** Puts the installation and Java where anybody may read them and nobody write, and hides what a bare system does not have. */
    private static final String BARE = """
            set -eu
            mount -t tmpfs tmpfs /mnt
            mkdir -p /mnt/install/plugins /mnt/java
            mount --bind "$1" /mnt/install/plugins
            mount -o remount,ro,bind /mnt/install/plugins
            mount --bind "$2" /mnt/java
            work=$3
            shift 3
            cp "$work/reelbench-server" /mnt/install/reelbench-server
            for name in gtk gdk X xcb asound pulse wayland GL EGL pango cairo jack sndio SDL va.so va- vdpau; do
                find /lib /usr/lib -name "lib$name*" -name '*.so*' -type f
            done | sort -u | while read -r library; do mount --bind /dev/null "$library"; done
            export JAVA_HOME=/mnt/java HOME=/nonexistent XDG_CACHE_HOME="$work/cache" XDG_DATA_HOME="$work/data" TMPDIR="$work"
            export LC_ALL=C.UTF-8 _JAVA_OPTIONS="-Djava.io.tmpdir=$work"
            unset DISPLAY WAYLAND_DISPLAY
            chown -R 10001:10001 "$work"
            mount -o remount,ro /mnt
            cd "$work"
            exec setpriv --reuid=10001 --regid=10001 --clear-groups --no-new-privs /mnt/install/reelbench-server "$@"
            """;

    @TempDir
    private Path work;

    private ProcessBuilder bare(String... arguments) throws IOException {
        Path script = work.resolve("bare.sh");
        if (!Files.exists(script)) {
            Files.writeString(script, BARE);
            Files.copy(ROOT.resolve("releng").resolve("deploy").resolve("reelbench-server"), work.resolve("reelbench-server"));
        }
        List<String> command = new java.util.ArrayList<>(List.of("unshare", "--mount", "sh", script.toString(),
                ProductFolder.plugins().toString(), System.getProperty("java.home"), work.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(work.resolve("err").toFile());
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        Process process = bare(arguments).start();
        String out = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(HANG_MINUTES, TimeUnit.MINUTES), "it hangs");
        assertEquals(0, process.exitValue(), out + Files.readString(work.resolve("err")));
        return out;
    }

    private static void assumeNamespaces() throws IOException, InterruptedException {
        boolean can = Files.exists(Path.of("/usr/bin/unshare")) && Files.exists(Path.of("/usr/bin/setpriv"))
                && new ProcessBuilder("unshare", "--mount", "sh", "-c", "mount -t tmpfs tmpfs /mnt").start().waitFor() == 0;
        assumeTrue(can, "a bare system is made with unshare, mount and setpriv, as root; here they do not work");
    }

    private void makeAFilm() throws Exception {
        Files.copy(DemoFilm.video(), work.resolve("city.mp4"));
        run("new", "film.reel", "--rate", "25", "--size", "320x180", "--video", "city.mp4");
    }

    @Test
    void aBrowserOutsidePlaysThePreviewItServes() throws Exception {
        assumeNamespaces();
        try (Browser browser = Browser.start()) {
            makeAFilm();
            Process server = bare("serve", "film.reel", "--json", "--port", "0").start();
            try {
                browser.open(uri(line(server), "page"));
                assertEquals("plays", browser.run("""
                        const video = document.querySelector('video');
                        const rest = () => new Promise(again => setTimeout(again, 20));
                        video.muted = true;
                        while (video.readyState < 2) { await rest(); }
                        await video.play();
                        while (video.currentTime < 1) { await rest(); }
                        return 'plays';
                        """));
            } finally {
                server.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
                server.destroyForcibly();
            }
        }
    }

    @Test
    void itRendersServesAndIsEditedOnABareSystem() throws Exception {
        assumeNamespaces();
        makeAFilm();
        run("render", "film.reel", "-o", "film.mp4", "--range", "0s", "1s");
        assertTrue(run("probe", "film.mp4").contains("320x180"));
        Process server = bare("serve", "film.reel", "--edit", "--json", "--port", "0").start();
        try {
            String edited = line(server);
            String shown = line(server);
            URI api = uri(edited, "api");
            assertEquals(200, get(uri(shown, "page")).statusCode());
            String playlist = get(uri(shown, "hls")).body();
            assertTrue(playlist.startsWith("#EXTM3U"), playlist);
            HttpResponse<String> split = client().send(HttpRequest.newBuilder(api.resolve("commands"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"command\":\"split\",\"parameters\":{\"track\":\"v1\",\"frame\":20},\"revision\":0}"))
                    .build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, split.statusCode(), split.body());
            assertTrue(get(api).body().contains("\"revision\":1"), get(api).body());
            URI root = URI.create("http://" + api.getAuthority());
            assertEquals(200, get(root.resolve("/health/live")).statusCode());
            server.toHandle().descendants().forEach(ProcessHandle::destroy);
            server.destroy();
            assertTrue(server.waitFor(HANG_MINUTES, TimeUnit.MINUTES), "it hangs");
            assertEquals(0, server.exitValue(), Files.readString(work.resolve("err")));
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void itsHeapFollowsTheMemoryItIsGiven() throws Exception {
        assumeNamespaces();
        ProcessBuilder small = bare("help");
        small.environment().put("JAVA_TOOL_OPTIONS", "-XX:MaxRAM=600m -Xlog:gc+init");
        Process process = small.start();
        String out = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(HANG_MINUTES, TimeUnit.MINUTES), "it hangs");
        Matcher heap = Pattern.compile("Heap Max Capacity: (\\d+)M").matcher(out);
        assertTrue(heap.find(), out);
        assertTrue(Integer.parseInt(heap.group(1)) <= 150, "of 600 MiB its heap takes " + heap.group(1));
    }

    private String line(Process process) throws IOException {
        String line = process.inputReader().readLine();
        assertNotNull(line, Files.readString(work.resolve("err")));
        return line;
    }

    private static URI uri(String line, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(line);
        assertTrue(matcher.find(), line);
        return URI.create(matcher.group(1));
    }

    private static HttpClient client() {
        return HttpClient.newHttpClient();
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return client().send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
