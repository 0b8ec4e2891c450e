package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.loading.Loadable;
import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.StreamLooks;
import org.reelbench.sketches.SketchMedium;
import org.reelbench.sketches.SketchSource;
import org.reelbench.sketches.SketchView;
import org.reelbench.sketches.Sketches;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.sketches.Waves;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpretation;

/** Thumbnails and waveforms of a real film. */
@Timeout(300)
class SketchIT {

    private static final long HANG_SECONDS = 60;

    @TempDir
    private Path folder;
    private final Semaphore changes = new Semaphore(0);

    /** Paints until a sketch is there. */
    private <T> T painted(SketchView view, Supplier<Optional<T>> ask) throws InterruptedException {
        while (true) {
            view.begin();
            Optional<T> found = ask.get();
            view.end();
            if (found.isPresent()) {
                return found.get();
            }
            assertTrue(changes.tryAcquire(HANG_SECONDS, TimeUnit.SECONDS), "no sketch is made");
        }
    }

    @Test
    void picturesAndClicksAreWhereTheyAre() throws Exception {
        SoundingFilm.make(folder);
        MediaCatalog catalog = new FileMediaCatalog(folder, SoundingFilm.media(), Services.get(MediaProbe.class));
        SketchSource pictures = new SketchSource(folder, () -> new SketchMedium(catalog.medium(new Id("m1")), null), 0);
        SketchSource sound = new SketchSource(folder, () -> new SketchMedium(catalog.medium(new Id("m1")), null), 1);
        try (SketchView view = Services.get(Sketches.class).open(changes::release)) {
            RationalTime second = RationalTime.ofSeconds(1);
            Thumbnail first = painted(view, () -> view.thumbnail(pictures, RationalTime.ZERO, second));
            assertEquals(160, first.widthPx());
            assertEquals(90, first.heightPx());
            RationalTime fine = SketchView.step(RationalTime.of(1, 10));
            Thumbnail later = painted(view, () -> view.thumbnail(pictures, RationalTime.of(3, 2), fine).filter(
                    found -> !Arrays.equals(found.bgr(), first.bgr())));
            assertNotEquals(first, later);

            Waves waves = painted(view, () -> view.waves(sound, 0, 0));
            Waves coarse = painted(view, () -> view.waves(sound, 2, 0));
            for (int click = 1; click < 3; click++) {
                int column = click * Waves.RATE_HZ / Waves.FINEST_SAMPLES;
                assertTrue(loudest(waves, column - 2, column + 40) > 0.1, "no click at second " + click);
                assertTrue(loudest(waves, column - 60, column - 3) < 0.1, "noise before second " + click);
                assertTrue(loudest(coarse, column / 16 - 1, column / 16 + 3) > 0.1, "no click at second " + click + ", coarse");
            }
        }
    }

    /** The same content somewhere else, where nobody can open it. */
    private record Elsewhere(Medium medium) implements Loadable {

        @Override
        public String name() {
            return "elsewhere";
        }

        @Override
        public String fingerprint() {
            return medium.fingerprint();
        }

        @Override
        public MediaInfo info() {
            return medium.info();
        }

        @Override
        public ByteSource open() throws MediaException {
            throw new MediaException(MediaException.Reason.MISSING, name(), "it is not there");
        }
    }

    @Test
    void whatWasMadeIsFoundAgainByItsContentWithoutOpeningIt() throws Exception {
        SoundingFilm.make(folder);
        MediaCatalog catalog = new FileMediaCatalog(folder, SoundingFilm.media(), Services.get(MediaProbe.class));
        Medium medium = catalog.medium(new Id("m1"));
        try (SketchView view = Services.get(Sketches.class).open(changes::release)) {
            for (SketchMedium found : List.of(new SketchMedium(medium, null), new SketchMedium(new Elsewhere(medium), null))) {
                SketchSource pictures = new SketchSource(List.of(folder, found), () -> found, 0);
                SketchSource sound = new SketchSource(List.of(folder, found), () -> found, 1);
                Thumbnail first = painted(view, () -> view.thumbnail(pictures, RationalTime.ZERO, RationalTime.ofSeconds(1)));
                assertEquals(90, first.heightPx());
                Waves waves = painted(view, () -> view.waves(sound, 1, 0));
                assertTrue(loudest(waves, 0, Waves.COLUMNS) > 0.1, "no click");
            }
        }
    }

    @Test
    void whatTheProjectSaysOfAMediumIsSeenInThem() throws Exception {
        SoundingFilm.make(folder);
        Interpretation slower = new Interpretation(90, null, Interpretation.FieldOrder.AUTO, Interpretation.Color.AUTO,
                Interpretation.Range.AUTO, FrameRate.of(20, 1),
                Interpretation.Alpha.AUTO);
        MediaCatalog catalog = new FileMediaCatalog(folder,
                SoundingFilm.media().stream().map(medium -> medium.withInterpretation(slower)).toList(),
                Services.get(MediaProbe.class));
        Medium medium = catalog.medium(new Id("m1"));
        SketchSource pictures = new SketchSource(List.of(folder, slower),
                () -> new SketchMedium(medium, StreamLooks.of(medium, 0).orElse(null)), 0);
        SketchSource sound = new SketchSource(List.of(folder, slower),
                () -> new SketchMedium(medium, StreamLooks.of(medium, 1).orElse(null)), 1);
        try (SketchView view = Services.get(Sketches.class).open(changes::release)) {
            Thumbnail upright = painted(view,
                    () -> view.thumbnail(pictures, RationalTime.ZERO, RationalTime.ofSeconds(1)));
            assertEquals(50, upright.widthPx());
            assertEquals(90, upright.heightPx());
            Waves waves = painted(view, () -> view.waves(sound, 0, 0));
            int column = Waves.RATE_HZ * 5 / 4 / Waves.FINEST_SAMPLES;
            assertTrue(loudest(waves, column - 2, column + 40) > 0.1, "no click after a second and a quarter");
            assertTrue(loudest(waves, column - 60, column - 3) < 0.1, "noise before it");
        }
    }

    private static float loudest(Waves waves, int from, int to) {
        float loudest = 0;
        for (int column = Math.max(0, from); column < to; column++) {
            loudest = Math.max(loudest, Math.max(-waves.least(column), waves.greatest(column)));
        }
        return loudest;
    }
}
