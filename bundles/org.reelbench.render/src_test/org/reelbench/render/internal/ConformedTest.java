package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reelbench.media.MediaException;
import org.reelbench.render.FakeCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.render.Sequences;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/** Media of 25 pictures a second that the project shows at another rate. */
class ConformedTest {

    private static final FrameRate FILM = FrameRate.of(24, 1);

    private static List<String> pictures(int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> "full#" + number).toList();
    }

    @Test
    void eachPictureIsShownForOneFrameOfTheOtherRate() throws Exception {
        Sequence sequence = Sequences.sequence(FILM, "v1: film:60");
        try (Bench bench = Bench.direct()) {
            bench.catalog.conformed("film", "full", FILM);
            Bench.run(bench.pipeline(sequence), sequence, 0, 60);
            assertEquals(pictures(IntStream.range(0, 60).toArray()), bench.readers.decodes());
        }
    }

    @Test
    void inPointsAndSpeedsCountAfterIt() throws Exception {
        Sequence sequence = Sequences.sequence(FILM, "v1: film:3@100 film:3@200*2 film:3@300*-1");
        try (Bench bench = Bench.direct()) {
            bench.catalog.conformed("film", "full", FILM);
            VideoPipeline pipeline = bench.pipeline(sequence);
            for (int frame : new int[] { 0, 2, 3, 5, 6, 8 }) {
                Bench.frame(pipeline, frame);
            }
            assertEquals(pictures(100, 102, 200, 204, 300, 298), bench.readers.decodes());
        }
    }

    @Test
    void itsSoundGoesAlongAndIsLowerByAsMuch() throws Exception {
        Sequence sequence = Sequences.sequence(FILM, "a1: film:48");
        try (SoundBench bench = new SoundBench()) {
            bench.catalog.conformed("film", "tone", FILM);
            float[][] heard = bench.read(sequence, 4_800, 4_800);
            for (int i = 0; i < heard[0].length; i++) {
                assertEquals(Math.sin(2 * Math.PI * 440 * 0.96 * (4_800 + i) / 48_000), heard[0][i], 1e-3, "sample " + i);
            }
            assertArrayEquals(heard[0], heard[1]);
            float[][] piece = bench.read(sequence, 6_000, 100);
            for (int i = 0; i < 100; i++) {
                assertEquals(heard[0][1_200 + i], piece[0][i], "a piece by itself");
            }
        }
    }

    @Test
    void pickedChannelsGoAlongToo() throws Exception {
        Sequence sequence = SoundBench.each(Sequences.sequence(FILM, "a1: film:48"),
                clip -> clip.withSound(clip.sound().withChannels(ChannelChoice.parse("2"))));
        try (SoundBench bench = new SoundBench()) {
            bench.catalog.conformed("film", "tone", FrameRate.of(50, 1));
            float[] heard = bench.read(sequence, 4_800, 480)[0];
            assertEquals(Math.sin(2 * Math.PI * 880 * 4_900 / 48_000), heard[100], 1e-3);
        }
    }

    @Test
    void aMediumWithoutARateOfItsOwnOrTooFarFromItIsRefused() throws Exception {
        try (Bench bench = Bench.direct()) {
            FakeCatalog catalog = bench.catalog.conformed("film", "full", FrameRate.of(25 * 33, 1));
            assertTrue(String.valueOf(assertThrows(RenderException.class,
                    () -> Bench.frame(bench.pipeline(Sequences.sequence(FILM, "v1: film:3")), 0)).getMessage())
                    .contains("more than 32 times"));
            assertEquals(1, Conformed.factor(catalog.medium(new Id("full"))).toDouble());
            catalog.irregular("odd", FILM);
            assertThrows(MediaException.class, () -> Conformed.factor(catalog.medium(new Id("odd"))));
        }
    }
}
