package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.MediaProbe;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackKind;

/**
 * The whole program, killed while it encodes segments and keeps them: the next one goes on with what is there, and the film it makes
 * of that is right, frame by frame.
 */
@Timeout(1800)
class PreviewKillFaultIT {

    private static final int ROUNDS = Tier.count(1, 10);
    private static final int KILLS = 10;
    private static final int LANES = 2;
    private static final int CLIPS = 30;
    private static final int MOST_MORE_MS = 50;
    private static final int CLIP_FRAMES = 45;
    private static final long HANG_SECONDS = 180;

    @TempDir
    private Path folder;
    private Sequence sequence = SoundingFilm.sequence();
    private @Nullable InstalledProgram program;

    @BeforeEach
    void makeTheProject() throws Exception {
        SoundingFilm.make(folder);
        List<Item> clips = new ArrayList<>();
        for (int i = 0; i < CLIPS; i++) {
            clips.add(PreviewScene.clip("c" + i, "m1", 0, SoundingFilm.RATE, i % 20, CLIP_FRAMES));
        }
        sequence = PreviewScene.sequence(SoundingFilm.RATE,
                PreviewScene.track("v1", TrackKind.VIDEO, clips.toArray(Item[]::new)));
        for (int i = 0; i < CLIPS; i++) {
            // All are others to the encoder.
            sequence = Edits.setOpacity(sequence, new Id(((Clip) clips.get(i)).id().value()), 1 - i / 100.0);
        }
        ProjectFile.save(new Project("Film", SoundingFilm.media(), List.of(sequence), sequence.id(), Extras.NONE),
                folder.resolve("film.reel"));
        program = new InstalledProgram(folder.resolve("bundles"));
    }

    @AfterEach
    void unlinkBundles() throws IOException {
        InstalledProgram installed = program;
        if (installed != null) {
            installed.close();
        }
    }

    private Process program(Path cache, Path target) throws IOException {
        return Objects.requireNonNull(program).command(cache, "render", folder.resolve("film.reel").toString(), "-o",
                target.toString(), "--preset", "preview-copy", "--overwrite").redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile()).start();
    }

    @Test
    void whatWasKeptBeforeIsUsedAndTheFilmIsRight() throws Exception {
        long seed = Tier.seed();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String why = "seed " + seed + " round " + round;
            Path cache = Files.createDirectory(folder.resolve("cache-" + round));
            Path target = folder.resolve("film.mp4");
            Files.deleteIfExists(target);
            long kept = 0;
            // A program that is nearly done may end before it is killed.
            for (int i = 0; i < KILLS && kept < CLIPS - LANES; i++) {
                kill(program(cache, target), cache, kept + 1, random.nextInt(MOST_MORE_MS), why);
                long now = segments(cache);
                assertTrue(now > kept, why + ": " + now + " are kept, " + kept + " were");
                kept = now;
            }
            Process next = program(cache, target);
            assertTrue(next.waitFor(HANG_SECONDS, TimeUnit.SECONDS), why + " hangs");
            String said = Files.readString(folder.resolve("said"));
            assertEquals(0, next.exitValue(), () -> why + ": " + said);
            assertFalse(said.contains("thrown away"), why + ": " + said);
            PreviewScene.compare(target, sequence,
                    new FileMediaCatalog(folder, SoundingFilm.media(), Services.get(MediaProbe.class)));
        }
    }

    /** Ends it the hard way some time after it has kept so many segments. */
    private void kill(Process program, Path cache, long wanted, long moreMs, String why)
            throws IOException, InterruptedException {
        long since = System.nanoTime();
        try {
            while (segments(cache) < wanted) {
                boolean ended = program.waitFor(1, TimeUnit.MILLISECONDS);
                assertTrue(!ended || segments(cache) >= wanted, why + " ended: " + Files.readString(folder.resolve("said")));
                assertTrue(System.nanoTime() - since < TimeUnit.SECONDS.toNanos(HANG_SECONDS), why + " hangs");
            }
            program.waitFor(moreMs, TimeUnit.MILLISECONDS);
        } finally {
            program.destroyForcibly();
            program.waitFor();
        }
    }

    private static long segments(Path cache) {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.getFileName().toString().contains("v-")).count();
        } catch (IOException | UncheckedIOException e) {
            // Something was renamed while it was looked at.
            return 0;
        }
    }
}
