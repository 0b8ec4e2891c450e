package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.Exports;
import org.reelbench.media.MediaProbe;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.testcard.Reading;
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

/**
 * Films of every odd kind, in sequences of every rate and at every speed, exported and read back from the file: each of its pictures
 * is the one that the rule says.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class ExportedTruthIT {

    private static final List<String> RATES = List.of("25", "30000/1001", "24000/1001", "60");
    private static final List<Rational> SPEEDS = List.of(Rational.ONE, Rational.of(-1), Rational.of(1, 10), Rational.of(1, 2),
            Rational.of(2), Rational.of(20), Rational.of(-5, 2), Rational.ZERO);
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 180;

    @TempDir
    private Path folder;

    /** A clip of a sequence, and what it shows. */
    private record Shot(TruthFilm film, Rational in, Rational speed) {
    }

    @TestFactory
    Stream<DynamicTest> eachPictureOfTheFileIsTheOneTheRuleSays() {
        // In the quick tier a rate each for the two kinds of codecs: one that loses something, one that does not.
        return RATES.stream().limit(Tier.count(2, RATES.size()))
                .flatMap(rate -> Stream.of("h264", "lossless")
                        .filter(preset -> Tier.isDeep() || preset.equals("h264") == rate.equals("25"))
                        .map(preset -> DynamicTest.dynamicTest(rate + " " + preset, () -> check(FrameRate.parse(rate), preset))));
    }

    private void check(FrameRate rate, String preset) throws Exception {
        long seed = Tier.seed();
        Random random = new Random(seed);
        int clipFrames = Tier.count(5, 14);
        List<Shot> shots = shots(random);
        List<MediaReference> media = new ArrayList<>();
        for (TruthFilm film : TruthFilm.all()) {
            media.add(new MediaReference(new Id(film.name()), film.name(), film.write(folder).toString(), "", Extras.NONE));
        }
        List<Clip> clips = new ArrayList<>();
        for (Shot shot : shots) {
            clips.add(Clip.of(new Id("c" + clips.size()), shot.film().name(), new MediaStream(new Id(shot.film().name()), 0),
                    new RationalTime(shot.in()), clipFrames).withSpeed(shot.speed()));
        }
        Sequence sequence = new Sequence(new Id("s"), "Truth", rate, WIDTH_PX, HEIGHT_PX, 48_000,
                List.of(Track.of(new Id("v"), "V", TrackKind.VIDEO).withItems(TrackItems.of(clips))), Extras.NONE);
        ExportPreset chosen = ExportPreset.builtIn(preset);
        Path target = folder.resolve("exported." + chosen.extension());
        Services.get(Exports.class).start(ExportRequest.whole(sequence,
                new FileMediaCatalog(folder, media, Services.get(MediaProbe.class)), target, chosen)).result();
        List<Reading> readings = CardFilm.read(target, rate, shots.size() * clipFrames);
        List<String> wrong = new ArrayList<>();
        for (int frame = 0; frame < readings.size(); frame++) {
            Shot shot = shots.get(frame / clipFrames);
            int expected = shot.film().numberAt(shot.in(), shot.speed(), rate.framesPerSecond(), frame % clipFrames);
            if (!readings.get(frame).is(shot.film().source(), expected)) {
                wrong.add(shot.film().name() + " x " + shot.speed() + " from " + shot.in() + " frame " + frame % clipFrames + ": "
                        + readings.get(frame) + " instead of " + expected);
            }
        }
        assertEquals(List.of(), wrong, "seed " + seed + " in " + preset + " at " + rate);
        System.out.printf("%d pictures of %d clips read back from %s at %s (seed %d)%n", readings.size(), shots.size(), preset,
                rate, seed);
    }

    /** Every film, at one of the speeds or at all of them, from where no picture begins. */
    private static List<Shot> shots(Random random) {
        List<Shot> shots = new ArrayList<>();
        int turn = 0;
        for (TruthFilm film : TruthFilm.all()) {
            for (Rational speed : Tier.isDeep() ? SPEEDS : List.of(SPEEDS.get(turn++ % SPEEDS.size()))) {
                Rational in = Rational.of(random.nextLong(film.clock().lengthMs() + 400) - 200, 1000);
                shots.add(new Shot(film, in, speed));
            }
        }
        return shots;
    }
}
