package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaProbe;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** Odd films in sequences of every rate and at every speed: each rendered frame shows the picture that the rule says. */
class SamplingIT {

    private static final List<String> RATES = List.of("24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60");
    private static final List<Rational> SPEEDS = List.of(Rational.of(1, 10), Rational.of(1, 3), Rational.of(1, 2),
            Rational.of(99, 100), Rational.of(1), Rational.of(1001, 1000), Rational.of(2), Rational.of(7), Rational.of(20),
            Rational.of(-1, 10), Rational.of(-1), Rational.of(-5, 2), Rational.of(-20), Rational.of(0));
    private static final Id MEDIUM = new Id("film");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> showsThePictureTheRuleSays() {
        long seed = Tier.seed();
        return OddFilm.all().stream().map(film -> DynamicTest.dynamicTest(film.name(), () -> {
            Path file = film.write(folder);
            MediaCatalog catalog = new FileMediaCatalog(folder,
                    List.of(new MediaReference(MEDIUM, film.name(), file.toString(), "", Extras.NONE)),
                    Services.get(MediaProbe.class));
            List<String> wrong = new ArrayList<>();
            Random random = new Random(seed);
            for (String rate : RATES) {
                render(film, catalog, FrameRate.parse(rate), random, wrong);
            }
            assertEquals(List.of(), wrong, "seed " + seed);
        }));
    }

    /** A sequence of clips, one for each speed, with in points that lie on no frame of anything. */
    private static void render(OddFilm film, MediaCatalog catalog, FrameRate rate, Random random, List<String> wrong)
            throws Exception {
        int clipFrames = Tier.count(4, 40);
        List<Rational> ins = new ArrayList<>();
        List<Clip> clips = new ArrayList<>();
        for (Rational speed : SPEEDS) {
            Rational in = Rational.of(random.nextLong(film.lengthMs() + 400) - 200, 1000);
            ins.add(in);
            clips.add(Clip.of(new Id("c" + clips.size()), "clip", new MediaStream(MEDIUM, 0), new RationalTime(in), clipFrames)
                    .withSpeed(speed));
        }
        Sequence sequence = new Sequence(new Id("s"), "sampling", rate, OddFilm.WIDTH_PX, OddFilm.HEIGHT_PX, 48_000,
                List.of(Track.of(new Id("v"), "V", TrackKind.VIDEO).withItems(TrackItems.of(clips))), Extras.NONE);
        try (VideoRenderer renderer = Services.get(Renderers.class).video(sequence, catalog)) {
            renderer.run(0, (long) clipFrames * SPEEDS.size(), (frame, picture) -> {
                int clip = (int) (frame / clipFrames);
                int expected = film.numberAt(ins.get(clip), SPEEDS.get(clip), rate.framesPerSecond(), frame % clipFrames);
                Reading reading = TestCard.read(picture);
                if (!reading.is(OddFilm.SOURCE, expected) && wrong.size() < 20) {
                    wrong.add(rate + " x " + SPEEDS.get(clip) + " from " + ins.get(clip) + " frame " + frame % clipFrames + ": "
                            + reading + " instead of " + expected);
                }
            }, new Cancellation());
        }
    }
}
