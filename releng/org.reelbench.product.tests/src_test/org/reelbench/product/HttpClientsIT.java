package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code reelbench serve} serves, read by programs of others. Those of {@code curl} need it on the path. */
class HttpClientsIT {

    private static final int SIZE = 5_000_000;
    private static final int PARALLEL = 16;

    @TempDir
    private Path folder;

    private final byte[] bytes = new byte[SIZE];

    private Serving serve() throws IOException {
        new Random(6).nextBytes(bytes);
        Files.write(folder.resolve("film.mp4"), bytes);
        return Serving.start(folder, 1, "film.mp4");
    }

    private String curl(String... arguments) throws IOException, InterruptedException {
        Optional<Path> curl = Tool.find("curl");
        assumeTrue(curl.isPresent(), "curl is not installed");
        List<String> command = new ArrayList<>(List.of(curl.get().toString(), "-sS", "--fail", "--noproxy", "*"));
        command.addAll(List.of(arguments));
        return Tool.output(new ProcessBuilder(command).directory(folder.toFile()));
    }

    private byte[] read(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }

    @Test
    void curlReadsRangesFromTheStartTheMiddleAndTheEnd() throws Exception {
        try (Serving serving = serve()) {
            String uri = serving.uris().getFirst().toString();
            assertEquals("206 1000", curl("-r", "5000-5999", "-o", "middle", "-w", "%{http_code} %{size_download}", uri));
            assertArrayEquals(Arrays.copyOfRange(bytes, 5000, 6000), read("middle"));
            curl("-r", "-700", "-o", "end", uri);
            assertArrayEquals(Arrays.copyOfRange(bytes, SIZE - 700, SIZE), read("end"));
            curl("-r", "4999990-", "-o", "open", uri);
            assertArrayEquals(Arrays.copyOfRange(bytes, 4_999_990, SIZE), read("open"));
            String parts = curl("-r", "0-9,100-109", "-o", "parts", "-w", "%{http_code} %{content_type}", uri);
            assertTrue(parts.startsWith("206 multipart/byteranges; boundary="), parts);
        }
    }

    @Test
    void curlResumesADownloadThatBrokeOff() throws Exception {
        try (Serving serving = serve()) {
            Files.write(folder.resolve("resumed"), Arrays.copyOf(bytes, 1_234_567));
            assertEquals("206", curl("-C", "-", "-o", "resumed", "-w", "%{http_code}", serving.uris().getFirst().toString()));
            assertArrayEquals(bytes, read("resumed"));
        }
    }

    @Test
    void curlReadsManyAtATime() throws Exception {
        try (Serving serving = serve()) {
            List<String> words = new ArrayList<>(List.of("--parallel", "--parallel-immediate", "--parallel-max",
                    Integer.toString(PARALLEL)));
            for (int i = 0; i < PARALLEL; i++) {
                words.addAll(List.of("-o", "copy" + i, serving.uris().getFirst().toString()));
            }
            curl(words.toArray(String[]::new));
            for (int i = 0; i < PARALLEL; i++) {
                assertArrayEquals(bytes, read("copy" + i), "copy " + i);
            }
        }
    }

    @Test
    void ffprobeFindsEveryPacketThatIsInTheFile() throws Exception {
        Path film = DemoFilm.video();
        try (Serving serving = Serving.start(folder, 1, film.toString())) {
            URI uri = serving.uris().getFirst();
            String[] question = { "-of", "csv", "-show_entries",
                    "format=duration,size:stream=codec_name,nb_frames:packet=stream_index,pts,size,pos" };
            String inFile = Ffprobe.run(words(question, film.toString()));
            assertTrue(inFile.lines().count() > 100, inFile);
            assertEquals(inFile, Ffprobe.run(words(question, uri.toString())));
            // From the middle on: the player asks for a range behind the first bytes.
            String[] middle = words(question, "-read_intervals", "50%+#20");
            assertEquals(Ffprobe.run(words(middle, film.toString())), Ffprobe.run(words(middle, uri.toString())));
        }
    }

    @Test
    void ffplayPlaysFromTheMiddleWithoutAComplaint() throws Exception {
        Optional<Path> ffplay = Tool.find("ffplay");
        assumeTrue(ffplay.isPresent(), "ffplay is not installed (on Debian: apt-get install ffmpeg)");
        Path film = DemoFilm.video();
        try (Serving serving = Serving.start(folder, 1, film.toString())) {
            ProcessBuilder player = new ProcessBuilder(ffplay.get().toString(), "-v", "error", "-nostats", "-autoexit", "-ss",
                    "2",
                    "-t", "1", serving.uris().getFirst().toString());
            // It draws and sounds into nothing.
            player.environment().putAll(Map.of("SDL_VIDEODRIVER", "dummy", "SDL_AUDIODRIVER", "dummy"));
            assertEquals("", Tool.output(player).strip());
        }
    }

    private static String[] words(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }
}
