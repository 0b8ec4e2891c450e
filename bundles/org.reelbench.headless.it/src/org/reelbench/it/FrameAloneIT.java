package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composers;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Recipes;
import org.reelbench.render.RenderException;
import org.reelbench.render.SegmentGrid.Segment;
import org.reelbench.render.SegmentPlan;
import org.reelbench.render.SoundPiece;
import org.reelbench.render.SoundPlan;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;

/** Random timelines, really rendered: a frame or a block of sound by itself is what it is in the straight render. */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class FrameAloneIT {

    private static final VideoEncoding RUNG = new VideoEncoding("x", 96, 54, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED,
            Rational.of(1, 25), Rational.of(25), 50, 1_000_000, 0, new TreeMap<>());

    @TempDir
    private Path folder;
    private MediaCatalog files;

    @BeforeEach
    void writeFilms() throws Exception {
        ProofFilms.write(folder.resolve("one.mkv"), 1, 160, 90, FrameRate.of(25, 1), 60, 48_000);
        ProofFilms.write(folder.resolve("two.mkv"), 2, 80, 90, FrameRate.of(30, 1), 60, 44_100);
        List<MediaReference> media = ProofRandom.media().entrySet().stream()
                .map(each -> new MediaReference(new Id(each.getKey()), each.getKey(), each.getValue(), "", Extras.NONE)).toList();
        files = new FileMediaCatalog(folder, media, Services.get(MediaProbe.class));
    }

    @Test
    void whatIsRenderedAloneIsWhatTheStraightRenderHas() throws Exception {
        long seed = Tier.seed();
        Random random = new Random(seed);
        ProofRandom sequences = new ProofRandom(random, Services.get(Composers.class).effects());
        int different = 0;
        int again = 0;
        for (int i = 0; i < Tier.count(20, 500); i++) {
            MediaCatalog catalog = files.with(List.of(sequences.inner()));
            Sequence sequence = sequences.next();
            String message = "seed " + seed + ", sequence " + i;
            List<String> straight = Rendered.pictures(sequence, catalog, 0, sequence.durationFrames());
            assertEquals(sequence.durationFrames(), straight.size(), () -> message + ": " + straight);
            different += (int) straight.stream().distinct().count();
            for (int j = 0; j < 3; j++) {
                int frame = random.nextInt(straight.size());
                assertEquals(straight.get(frame), Rendered.alone(sequence, catalog, frame),
                        () -> message + ", frame " + frame + " of " + sequence);
            }
            float[][] sound = checkSound(sequence, catalog, random, message);
            again += checkElsewhere(sequence, catalog, straight, sound, random, message);
        }
        System.out.printf("%d different frames, %d pieces found again elsewhere (seed %d)%n", different, again, seed);
        assertTrue(different > 100 && again > 20, "too little was seen: the test proves little");
    }

    private static float[][] checkSound(Sequence sequence, MediaCatalog catalog, Random random, String message) throws Exception {
        int samples = (int) sequence.rate().timeOf(sequence.durationFrames()).ticksRound(sequence.sampleRateHz());
        float[][] straight = Rendered.sound(sequence, catalog, 0, samples);
        for (int j = 0; j < 3; j++) {
            int first = random.nextInt(samples);
            int count = 1 + random.nextInt(samples - first);
            float[][] block = Rendered.sound(sequence, catalog, first, count);
            if (!Rendered.text(straight, first, count).equals(Rendered.text(block, 0, count))) {
                for (int at = 0; at < count; at++) {
                    int sample = first + at;
                    assertEquals(straight[0][sample], block[0][at],
                            () -> message + ", left sample " + sample + " of " + sequence);
                    assertEquals(straight[1][sample], block[1][at],
                            () -> message + ", right sample " + sample + " of " + sequence);
                }
            }
        }
        return straight;
    }

    /** Moves everything behind a gap and cuts a clip: what has the same recipe there is the same. */
    private static int checkElsewhere(Sequence sequence, MediaCatalog catalog, List<String> straight, float[][] sound,
            Random random, String message) throws Exception {
        Sequence other = elsewhere(sequence, random);
        Map<String, String> rendered = new HashMap<>();
        gather(sequence, catalog, straight, sound, rendered);
        Map<String, String> there = new HashMap<>();
        int samples = (int) other.rate().timeOf(other.durationFrames()).ticksRound(other.sampleRateHz());
        gather(other, catalog, Rendered.pictures(other, catalog, 0, other.durationFrames()),
                Rendered.sound(other, catalog, 0, samples), there);
        int found = 0;
        for (Map.Entry<String, String> piece : there.entrySet()) {
            String here = rendered.get(piece.getKey());
            if (here != null) {
                found++;
                assertEquals(here, piece.getValue(),
                        () -> message + ", recipe " + piece.getKey() + " of " + sequence + "\nand of "
                                + other);
            }
        }
        return found;
    }

    private static Sequence elsewhere(Sequence sequence, Random random) {
        int gap = 1 + random.nextInt(12);
        Sequence moved = sequence.withTracks(sequence.tracks().stream()
                .map(track -> track.withItems(track.items().insert(0, new Gap(gap)))).toList());
        for (Track track : sequence.tracks()) {
            try {
                moved = Edits.split(moved, track.id(), gap + random.nextLong(Math.max(1, track.durationFrames())),
                        new Id("right of " + track.id()));
            } catch (EditRefused _) {
                // There is no clip, or its edge.
            }
        }
        return moved;
    }

    private static void gather(Sequence sequence, MediaCatalog catalog, List<String> pictures, float[][] sound,
            Map<String, String> rendered) throws InterruptedException, RenderException {
        Composers composers = Services.get(Composers.class);
        SegmentPlan plan = new SegmentPlan(new Recipes("natives", composers::effect), sequence, catalog);
        for (Segment segment : plan.segments(0, Long.MAX_VALUE)) {
            rendered.put(plan.recipeOf(segment, RUNG).id(),
                    pictures.subList((int) segment.startFrame(), (int) segment.endFrame()).toString());
        }
        SoundPlan sounds = new SoundPlan("natives", composers, sequence, catalog);
        for (SoundPiece piece : sounds.pieces(0, Long.MAX_VALUE)) {
            rendered.put(sounds.recipeOf(piece).id(),
                    Rendered.text(sound, (int) piece.startSample(), (int) (piece.endSample() - piece.startSample())));
        }
    }
}
