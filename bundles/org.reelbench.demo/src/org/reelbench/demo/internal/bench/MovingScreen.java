package org.reelbench.demo.internal.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.report.Failures;

/**
 * A screen of our own in memory, by the program Xvfb, on which text scrolls. Its pixels are a file that is mapped, so that painting
 * costs the server nothing. Closing ends it. One thread.
 */
final class MovingScreen implements AutoCloseable {

    static final int WIDTH_PX = 1280;
    static final int HEIGHT_PX = 720;
    private static final List<String> FOLDERS = List.of("/usr/bin/", "/usr/local/bin/", "/opt/X11/bin/");
    private static final int PAINTS_PER_SECOND = 30;
    private static final int SCROLLED_PX = 4;
    private static final int PATIENCE_SECONDS = 20;
    private static final ValueLayout.OfInt HEADER = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int COLOUR_BYTES = 12;

    private final Process server;
    private final String name;
    private final Arena arena = Arena.ofShared();
    private final AtomicLong painterId = new AtomicLong();
    private final ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = Thread.ofPlatform().daemon().name("reelbench-bench-painter").unstarted(task);
        painterId.set(thread.threadId());
        return thread;
    });

    private MovingScreen(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Starts the server, which chooses a display that is free, and begins to paint. */
    static MovingScreen start(Path folder) throws CommandException {
        String program = FOLDERS.stream().map(place -> place + "Xvfb").filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst().orElseThrow(() -> new CommandException(ExitCode.NOT_AVAILABLE,
                        "Xvfb, the screen in memory that is recorded, is not installed (on Debian, as root: apt-get install xvfb)"));
        Path pixels = folder.resolve("screen");
        try {
            Files.createDirectories(pixels);
            // Without -noreset it starts anew whenever nobody is connected, and turns away who comes meanwhile.
            Process server = new ProcessBuilder(program, "-displayfd", "1", "-screen", "0", WIDTH_PX + "x" + HEIGHT_PX + "x24",
                    "-nolisten", "tcp", "-noreset", "-fbdir", pixels.toString())
                    .redirectError(folder.resolve("xvfb.log").toFile()).start();
            // It stays open: what the server writes next, at its end, must find somebody.
            BufferedReader said = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
            String number = said.readLine();
            MovingScreen screen = new MovingScreen(server, ":" + (number == null ? "" : number.strip()));
            boolean painted = false;
            try {
                if (number == null) {
                    throw new CommandException(ExitCode.FAILED, "Xvfb did not start; what it said is in " + folder);
                }
                screen.paint(pixels.resolve("Xvfb_screen0"));
                painted = true;
                return screen;
            } finally {
                if (!painted) {
                    screen.close();
                }
            }
        } catch (IOException e) {
            throw Failures.of(pixels, e);
        }
    }

    private void paint(Path file) throws IOException, CommandException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MemorySegment all = channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size(), arena);
            MemorySegment screen = pixels(all);
            ScrollingText text = new ScrollingText(WIDTH_PX, HEIGHT_PX);
            long[] painted = new long[1];
            painter.scheduleAtFixedRate(() -> text.draw(screen, painted[0]++ * SCROLLED_PX), 0,
                    TimeUnit.SECONDS.toNanos(1) / PAINTS_PER_SECOND, TimeUnit.NANOSECONDS);
        }
    }

    /** Finds the pixels in a window dump (XWDFile.h): behind its header and its table of colours. */
    static MemorySegment pixels(MemorySegment dump) throws CommandException {
        int width = dump.get(HEADER, 4 * Integer.BYTES);
        int height = dump.get(HEADER, 5 * Integer.BYTES);
        int bitsPerPixel = dump.get(HEADER, 11 * Integer.BYTES);
        int rowBytes = dump.get(HEADER, 12 * Integer.BYTES);
        if (width != WIDTH_PX || height != HEIGHT_PX || bitsPerPixel != Integer.SIZE || rowBytes != WIDTH_PX * Integer.BYTES) {
            throw new CommandException(ExitCode.FAILED, "Xvfb keeps its screen as " + width + "x" + height + " with "
                    + bitsPerPixel + " bits a pixel, which is not what was asked of it");
        }
        long start = dump.get(HEADER, 0) + (long) dump.get(HEADER, 19 * Integer.BYTES) * COLOUR_BYTES;
        return dump.asSlice(start, (long) rowBytes * height);
    }

    /** What programs are told in the variable DISPLAY. */
    String name() {
        return name;
    }

    /** Processor time that painting took so far, in seconds: it is nobody's who records. */
    double paintingSeconds() {
        return Math.max(0, ManagementFactory.getThreadMXBean().getThreadCpuTime(painterId.get())) / 1e9;
    }

    @Override
    public void close() {
        painter.shutdownNow();
        server.destroy();
        try {
            if (!painter.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the painter does not end");
            }
            arena.close();
            if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
