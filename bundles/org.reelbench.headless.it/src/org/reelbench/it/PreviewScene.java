package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.VideoFrame;
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
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** Media of three rates and one with sound, sequences of them, and the comparison of a film with what is composed. */
final class PreviewScene {

    static final FrameRate[] RATES = { FrameRate.of(30_000, 1001), FrameRate.of(25, 1), FrameRate.of(24_000, 1001) };
    static final int HZ = 48_000;
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 180;
    private static final double LEAST_DB = 38;

    private PreviewScene() {
    }

    /** Makes the media in a folder. */
    static MediaCatalog make(Path folder) throws Exception {
        for (int i = 0; i < RATES.length; i++) {
            CardFilm.write(folder.resolve("m" + i + ".mkv"), 10 + i, RATES[i], 160);
        }
        SoundingFilm.make(folder);
        return catalog(folder, "");
    }

    static MediaCatalog catalog(Path folder, String prefix) throws InterruptedException {
        return new FileMediaCatalog(folder, references(prefix), Services.get(MediaProbe.class));
    }

    private static List<MediaReference> references(String prefix) {
        List<MediaReference> references = new ArrayList<>();
        for (int i = 0; i < RATES.length; i++) {
            references.add(reference("m" + i, prefix + "m" + i + ".mkv"));
        }
        references.add(reference("take", prefix + SoundingFilm.MEDIUM));
        return references;
    }

    private static MediaReference reference(String id, String path) {
        return new MediaReference(new Id(id), path, path, "", Extras.NONE);
    }

    static Clip clip(String id, String medium, int stream, FrameRate rate, long fromFrame, long frames) {
        return Clip.of(new Id(id), id, new MediaStream(new Id(medium), stream), rate.timeOf(fromFrame), frames);
    }

    static Track track(String id, TrackKind kind, Item... items) {
        return Track.of(new Id(id), id, kind).withItems(TrackItems.of(List.of(items)));
    }

    static Sequence sequence(FrameRate rate, Track... tracks) {
        return new Sequence(new Id("s"), "S", rate, WIDTH_PX, HEIGHT_PX, HZ, List.of(tracks), Extras.NONE);
    }

    /** Three media of other rates, a gap, and one with sound; something small on top for a while. */
    static Sequence mixed(FrameRate rate) {
        Sequence plain = plain(rate);
        return sequence(rate, plain.tracks().get(0),
                track("v2", TrackKind.VIDEO, new Gap(180), Clip.of(new Id("over"), "over", Generator.color("#336699"),
                        RationalTime.ZERO, 20)),
                plain.tracks().get(1));
    }

    static Sequence plain(FrameRate rate) {
        return sequence(rate,
                track("v1", TrackKind.VIDEO, clip("a", "m0", 0, rate, 7, 90), clip("b", "m1", 0, rate, 0, 70), new Gap(5),
                        clip("c", "m2", 0, rate, 30, 80), clip("d", "take", 0, rate, 0, 40)),
                track("a1", TrackKind.AUDIO, new Gap(11), clip("as", "take", 1, rate, 0, 50),
                        clip("at", "take", 1, rate, 5, 45)));
    }

    /** Frame by frame, at exactly its time. */
    static void compare(Path film, Sequence sequence, MediaCatalog catalog) throws Exception {
        compare(film, sequence, catalog, 0, sequence.durationFrames());
    }

    static void compare(Path film, Sequence sequence, MediaCatalog catalog, long fromFrame, long toFrame) throws Exception {
        Cancellation never = new Cancellation();
        FrameRate rate = sequence.rate();
        try (ByteSource bytes = FileByteSource.open(film);
                VideoRenderer renderer = Services.get(Renderers.class).video(sequence, catalog)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
            try (FrameReader reader = Services.get(MediaReaders.class).openFrames(bytes, info, 0, 1, never)) {
                for (long n = 0; n < toFrame - fromFrame; n++) {
                    RationalTime middle = rate.timeOf(n).plus(rate.frameDuration().times(Rational.of(1, 2)));
                    try (VideoFrame shown = reader.frameAt(middle, never);
                            VideoFrame composed = renderer.frame(fromFrame + n, never)) {
                        assertEquals(rate.timeOf(n), shown.time(), "frame " + n);
                        Reading wanted = TestCard.read(composed);
                        Reading read = TestCard.read(shown);
                        assertEquals(wanted.valid(), read.valid(), "frame " + n);
                        assertTrue(!wanted.valid() || read.is(wanted.source(), wanted.frameNumber()), n + ": " + read);
                        double psnrDb = Likeness.db(composed, shown, 0);
                        assertTrue(psnrDb >= LEAST_DB, "frame " + n + " differs: " + psnrDb + " dB");
                    }
                }
                assertEquals(toFrame - fromFrame, reader.decodedFrames());
            }
        }
    }
}
