package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.PcmReader;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.time.RationalTime;

/** Any bytes at all are read, or refused with a reason: nothing else is ever thrown, and the process lives. */
class DamagedMediaProperties {

    private static final boolean DEEP = "deep".equals(System.getProperty("reelbench.tier"));
    private static final int COUNT = DEEP ? 2000 : 25;
    private static final Cancellation NEVER = new Cancellation();

    @TempDir
    private Path folder = Path.of("");

    private static List<Path> files() {
        Path sound = TestMedia.clicks(3, 48_000, 2, 48_000);
        List<Path> files = new ArrayList<>();
        for (String name : List.of("d.mp4", "d.mkv", "d.ts", "d.avi", "d.flv")) {
            files.add(TestMedia.both(name, 3, "30", 30, sound, "-c:v libx264 -preset fast -bf 2 -g 10 -c:a aac -b:a 96k"));
        }
        files.add(TestMedia.both("d.webm", 3, "30", 30, sound, "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus"));
        files.add(TestMedia.both("d-frag.mp4", 3, "30", 30, sound,
                "-c:v libx264 -preset fast -bf 2 -g 10 -c:a aac -movflags frag_keyframe+empty_moov+default_base_moof"));
        files.add(TestMedia.sound("d.flac", sound, "-c:a flac"));
        files.add(TestMedia.sound("d.mp3", sound, "-c:a libmp3lame"));
        files.add(TestMedia.pictures("d.png", 3, "30", 1, "-c:v png"));
        files.add(TestMedia.pictures("d.gif", 3, "25", 5, "-c:v gif"));
        return files;
    }

    @TestFactory
    Stream<DynamicTest> areReadOrRefused() {
        return files().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            byte[] whole = BytesSource.read(file);
            for (int i = 0; i < COUNT; i++) {
                long seed = 1000L * i + (DEEP ? System.nanoTime() % 1000 : 0);
                byte[] damaged = damage(whole, new Random(seed));
                try {
                    read(damaged, new Random(seed), folder);
                } catch (MediaException e) {
                    assertTrue(!e.explanation().isEmpty(), "seed " + seed);
                } catch (RuntimeException | Error e) {
                    throw new AssertionError("seed " + seed, e);
                }
            }
        }));
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(whole, 1 + random.nextInt(whole.length)) : whole.clone();
        int wounds = 1 + random.nextInt(12);
        // Half of the wounds go where the headers are.
        for (int i = 0; i < wounds; i++) {
            int at = random.nextInt(random.nextBoolean() ? damaged.length : Math.min(damaged.length, 2000));
            switch (random.nextInt(3)) {
            case 0 -> damaged[at] = (byte) random.nextInt();
            case 1 -> damaged[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
            default -> Arrays.fill(damaged, at, Math.min(damaged.length, at + random.nextInt(64)), (byte) random.nextInt());
            }
        }
        return damaged;
    }

    private static void read(byte[] bytes, Random random, Path folder) throws MediaException, IOException {
        try (Media media = Media.of(new BytesSource(bytes))) {
            read(media, random);
            read(media.byTables(folder), random);
        }
    }

    private static void read(Media media, Random random) throws MediaException {
        if (media.info().video().isPresent()) {
            try (FrameReader frames = media.frames()) {
                for (int i = 0; i < 5; i++) {
                    frames.frameAt(RationalTime.of(random.nextInt(40) - 3, 30), NEVER).close();
                }
            }
        }
        if (media.info().audio().isPresent()) {
            try (PcmReader sound = media.pcm(44_100, 2)) {
                for (int i = 0; i < 3; i++) {
                    sound.read(random.nextInt(60_000) - 5000, new float[2][4000], 0, 4000, NEVER);
                }
            }
        }
    }
}
