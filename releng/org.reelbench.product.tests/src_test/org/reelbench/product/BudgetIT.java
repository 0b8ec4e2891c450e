package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.product.Program.Result;

/**
 * More visible tracks than the budget has room for: they play slowly, but they play, and the budget is kept. Where there is room,
 * owners say what the process holds.
 */
class BudgetIT {

    private static final boolean DEEP = System.getProperty("reelbench.tier", "quick").equals("deep");
    private static final int FILMS = DEEP ? 20 : 24;
    private static final String SIZE = DEEP ? "1920x1080" : "1280x720";
    private static final int BUDGET_MIB = DEEP ? 320 : 256;
    private static final int SECONDS = DEEP ? 25 : 6;
    private static final long HANG_MINUTES = 5;
    private static final int SAMPLE_EVERY_MS = 50;
    private static final double MOST_UNACCOUNTED = 0.15;
    private static final double COLUMNS = 5;
    private static final double SCALE = 1 / COLUMNS;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeProject() throws Exception {
        Path first = folder.resolve("film1.mp4");
        ok("new", "one.reel", "--rate", "30", "--size", SIZE, "--video", DemoFilm.video().toString());
        String loops = "append track=1 media=m1 duration=6s\n".repeat(SECONDS / 6);
        ok("edit", "one.reel", Files.writeString(folder.resolve("loops.txt"), loops).toString());
        ok("render", "one.reel", "-o", first.toString(), "--range", "0s", (SECONDS + 1) + "s");
        List<String> words = new ArrayList<>(List.of("new", "wall.reel", "--rate", "30", "--size", SIZE));
        StringBuilder script = new StringBuilder();
        int widthPx = Integer.parseInt(SIZE.split("x")[0]);
        int heightPx = Integer.parseInt(SIZE.split("x")[1]);
        // None of them hides another.
        for (int i = 1; i <= FILMS; i++) {
            words.addAll(List.of("--video", i == 1 ? first.toString() : another(first, i).toString()));
            double column = (i - 1) % COLUMNS - (COLUMNS - 1) / 2;
            double row = Math.floor((i - 1) / COLUMNS) - 2;
            script.append("set-transform clip=c").append(i).append(" scale=").append(SCALE).append(" xPx=")
                    .append(column * widthPx * SCALE).append(" yPx=").append(row * heightPx * SCALE).append('\n');
        }
        ok(words.toArray(String[]::new));
        ok("edit", "wall.reel", Files.writeString(folder.resolve("wall.txt"), script).toString());
    }

    @Test
    void littleOfWhatTheProcessHoldsIsUnaccountedForWhileManyTracksPlay() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "parts of the process are read from /proc");
        Result played = Program.run(folder, "play", "wall.reel", "--seconds", String.valueOf(SECONDS), "--seek-storm", "2",
                "--json");
        assertEquals(0, played.exitCode(), played.err() + played.out());
        long process = number(played.out(), "\"processBytes\":(\\d+)");
        long unaccounted = number(played.out(), "\"unaccountedBytes\":(\\d+)");
        assertTrue(number(played.out(), "\"most\":(\\d+)") == FILMS, played.out());
        assertTrue(unaccounted <= MOST_UNACCOUNTED * process, unaccounted + " of " + process + " bytes\n" + played.out());
    }

    @Test
    void manyVisibleTracksKeepASmallBudget() throws Exception {
        Path status = Path.of("/proc/self/status");
        assumeTrue(Files.isReadable(status), "the memory of other processes is read from /proc");
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder program = Program.builder(folder, "play", "wall.reel", "--budget", String.valueOf(BUDGET_MIB), "--seconds",
                String.valueOf(SECONDS), "--seek-storm", "1", "--json");
        // This one counts more than what the program itself is started with.
        program.environment().put("_JAVA_OPTIONS", "-Xmx128m");
        program.environment().put("REELBENCH_LOG", "info");
        Process process = program.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        List<Long> samples = new ArrayList<>();
        try {
            long endNs = System.nanoTime() + TimeUnit.MINUTES.toNanos(HANG_MINUTES);
            while (!process.waitFor(SAMPLE_EVERY_MS, TimeUnit.MILLISECONDS)) {
                assertTrue(System.nanoTime() < endNs, "it hangs");
                residentBytes(process.pid(), samples);
            }
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(out, StandardCharsets.UTF_8);
        String logged = Files.readString(err, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), logged + said);
        assertFalse(logged.contains("Exception") || logged.contains("OutOfMemoryError"), logged);
        long most = samples.stream().mapToLong(Long::longValue).max().orElse(0);
        assertTrue(samples.size() > SECONDS, "samples: " + samples.size());
        assertTrue(most <= (long) BUDGET_MIB << 20, "the process held up to " + (most >> 20) + " MiB\n" + said + logged);
        assertTrue(number(said, "\"count\":(\\d+)") == 1, said);
        assertTrue(number(said, "\"framesShown\":(\\d+)") > 0, said);
        assertTrue(said.contains("\"problem\":\"\""), said);
        assertTrue(said.contains("\"relief\":[{\"step\":"), said);
        assertTrue(number(said, "\"warnings\":(\\d+)") > 0, said);
        assertTrue(logged.contains("decoders in use gave back"), logged);
        assertTrue(Pattern.compile("Short of \\d+ bytes: .* gave back \\d+").matcher(logged).find(), logged);
    }

    private static void residentBytes(long pid, List<Long> samples) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            lines.filter(line -> line.startsWith("VmRSS:")).findFirst()
                    .ifPresent(line -> samples.add(Long.parseLong(line.replaceAll("\\D", "")) << 10));
        } catch (IOException | UncheckedIOException e) {
            // It has just ended, which the caller sees next.
            assertTrue(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty(), e::toString);
        }
    }

    /** The same film as another medium: a box that players skip makes its bytes others. */
    private static Path another(Path film, int number) throws IOException {
        Path copy = Files.copy(film, folder.resolve("film" + number + ".mp4"));
        ByteBuffer box = ByteBuffer.allocate(12).putInt(12).put("free".getBytes(StandardCharsets.US_ASCII)).putInt(number);
        Files.write(copy, box.array(), StandardOpenOption.APPEND);
        return copy;
    }

    private static void ok(String... arguments) throws Exception {
        Result result = Program.run(folder, arguments);
        assertEquals(0, result.exitCode(), result.err() + result.out());
    }

    private static long number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), text);
        return Long.parseLong(matcher.group(1));
    }
}
