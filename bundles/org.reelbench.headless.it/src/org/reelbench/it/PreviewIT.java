package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.encoding.preview.AuditedSegment;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.PcmReader;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Renderers;
import org.reelbench.render.SpanPlanner;
import org.reelbench.render.VideoRenderer;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipValues;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.RangeEdits;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.TrimEdits;

/** Previews by real encoders: what they show, that their pieces join, and what edits cost. */
@Timeout(300)
class PreviewIT {

    private static final FrameRate[] RATES = { FrameRate.of(30_000, 1001), FrameRate.of(25, 1), FrameRate.of(24_000, 1001) };
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 180;
    private static final int HZ = 48_000;

    @TempDir
    private Path folder;
    private final Cancellation never = new Cancellation();
    private final PreviewFilm client = new PreviewFilm();
    private MediaCatalog catalog;
    private int copies;

    @BeforeEach
    void makeTheMedia() throws Exception {
        for (int i = 0; i < RATES.length; i++) {
            CardFilm.write(folder.resolve("m" + i + ".mkv"), 10 + i, RATES[i], 160);
        }
        SoundingFilm.make(folder);
        catalog = new FileMediaCatalog(folder, references(""), Services.get(MediaProbe.class));
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

    private static Clip clip(String id, String medium, int stream, FrameRate rate, long fromFrame, long frames) {
        return Clip.of(new Id(id), id, new MediaStream(new Id(medium), stream), rate.timeOf(fromFrame), frames);
    }

    private static Track track(String id, TrackKind kind, Item... items) {
        return Track.of(new Id(id), id, kind).withItems(TrackItems.of(List.of(items)));
    }

    private static Sequence sequence(FrameRate rate, Track... tracks) {
        return new Sequence(new Id("s"), "S", rate, WIDTH_PX, HEIGHT_PX, HZ, List.of(tracks), Extras.NONE);
    }

    /** Three media of other rates, a gap, and one with sound; something small on top for a while. */
    private static Sequence mixed(FrameRate rate) {
        Sequence plain = plain(rate);
        return sequence(rate, plain.tracks().get(0),
                track("v2", TrackKind.VIDEO, new Gap(180), Clip.of(new Id("over"), "over", Generator.color("#336699"),
                        RationalTime.ZERO, 20)),
                plain.tracks().get(1));
    }

    private static Sequence plain(FrameRate rate) {
        return sequence(rate,
                track("v1", TrackKind.VIDEO, clip("a", "m0", 0, rate, 7, 90), clip("b", "m1", 0, rate, 0, 70), new Gap(5),
                        clip("c", "m2", 0, rate, 30, 80), clip("d", "take", 0, rate, 0, 40)),
                track("a1", TrackKind.AUDIO, new Gap(11), clip("as", "take", 1, rate, 0, 50),
                        clip("at", "take", 1, rate, 5, 45)));
    }

    private Preview open(Sequence sequence) throws InterruptedException {
        Preview preview = Services.get(PreviewService.class).open(sequence, catalog);
        preview.listen(client);
        return preview;
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2 })
    void joinedSegmentsShowWhatIsComposedAtItsTime(int rateNumber) throws Exception {
        FrameRate rate = RATES[rateNumber];
        Sequence sequence = mixed(rate);
        try (Preview preview = open(sequence)) {
            PreviewRevision revision = preview.revision();
            List<PreviewSegment> segments = revision.pictures(0, sequence.durationFrames());
            assertTrue(segments.size() >= 8, segments::toString);
            Path film = PreviewFilm.join(revision, segments, folder.resolve("joined.mp4"));
            compare(film, sequence);
            assertEquals(1, revision.progress());
            assertEquals(1, revision.seekable().size());
            List<AuditedSegment> audited = preview.audit(4, 1, never);
            assertEquals(4, audited.size());
            audited.forEach(each -> assertTrue(each.problem().isEmpty() && each.psnrDb() >= 38, each::toString));
        }
    }

    private void compare(Path film, Sequence sequence) throws Exception {
        FrameRate rate = sequence.rate();
        try (ByteSource bytes = FileByteSource.open(film);
                VideoRenderer renderer = Services.get(Renderers.class).video(sequence, catalog)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
            try (FrameReader reader = Services.get(MediaReaders.class).openFrames(bytes, info, 0, 1, never)) {
                for (long n = 0; n < sequence.durationFrames(); n++) {
                    RationalTime middle = rate.timeOf(n).plus(rate.frameDuration().times(Rational.of(1, 2)));
                    try (VideoFrame shown = reader.frameAt(middle, never); VideoFrame composed = renderer.frame(n, never)) {
                        assertEquals(rate.timeOf(n), shown.time(), "frame " + n);
                        Reading wanted = TestCard.read(composed);
                        Reading read = TestCard.read(shown);
                        assertEquals(wanted.valid(), read.valid(), "frame " + n);
                        assertTrue(!wanted.valid() || read.is(wanted.source(), wanted.frameNumber()), n + ": " + read);
                        double psnrDb = psnrDb(composed, shown);
                        assertTrue(psnrDb >= 38, "frame " + n + " differs: " + psnrDb + " dB");
                    }
                }
                assertEquals(sequence.durationFrames(), reader.decodedFrames());
            }
        }
    }

    private static double psnrDb(VideoFrame one, VideoFrame other) {
        long squares = 0;
        for (int y = 0; y < HEIGHT_PX; y++) {
            for (int x = 0; x < WIDTH_PX; x++) {
                int difference = Byte.toUnsignedInt(one.plane(0).get(ValueLayout.JAVA_BYTE, (long) y * one.strideBytes(0) + x))
                        - Byte.toUnsignedInt(other.plane(0).get(ValueLayout.JAVA_BYTE, (long) y * other.strideBytes(0) + x));
                squares += (long) difference * difference;
            }
        }
        return squares == 0 ? 100 : 10 * Math.log10(255.0 * 255 * WIDTH_PX * HEIGHT_PX / squares);
    }

    @Test
    void joinedSoundIsTheMixBitByBit() throws Exception {
        Sequence sequence = mixed(RATES[0]);
        try (Preview preview = open(sequence)) {
            PreviewRevision revision = preview.revision();
            List<PreviewSegment> pieces = revision.sound(0, revision.endSample());
            assertTrue(pieces.size() >= 4, pieces::toString);
            Path film = PreviewFilm.join(revision, pieces, folder.resolve("sound.mp4"));
            int samples = (int) revision.endSample();
            float[][] heard = new float[2][samples];
            float[][] mixed = new float[2][samples];
            try (ByteSource bytes = FileByteSource.open(film);
                    AudioRenderer renderer = Services.get(Renderers.class).audio(sequence, catalog)) {
                MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
                try (PcmReader reader = Services.get(MediaReaders.class).openPcm(bytes, info, 0, HZ, 2, never)) {
                    reader.read(0, heard, 0, samples, never);
                }
                renderer.read(0, mixed, 0, samples, never);
            }
            for (int channel = 0; channel < 2; channel++) {
                for (int i = 0; i < samples; i++) {
                    int wanted = Math.clamp(Math.round(mixed[channel][i] * 32_768f), Short.MIN_VALUE, Short.MAX_VALUE);
                    assertEquals(wanted, Math.round(heard[channel][i] * 32_768f), "sample " + i);
                }
            }
        }
    }

    @Test
    void whatMovesIsNotEncodedAgain() throws Exception {
        FrameRate rate = RATES[1];
        Sequence first = plain(rate);
        try (Preview preview = open(first)) {
            PreviewFilm.make(preview.revision());
            client.encoded("");
            Id v1 = new Id("v1");
            costsNothing(preview, "move", Edits.move(first, new Id("d"), v1, 300));
            costsNothing(preview, "ripple delete", Edits.delete(first, new Id("b"), true));
            costsNothing(preview, "undo", first);
            costsNothing(preview, "rename", ClipValues.setName(first, new Id("b"), "other"));
            Sequence split = Edits.split(first, v1, 40, new Id("right"));
            costsNothing(preview, "split", split);
            Clip copy = clip("copy", "m1", 0, rate, 0, 70);
            costsNothing(preview, "paste", Edits.append(first, v1, copy));
            costsNothing(preview, "insert before", RangeEdits.insert(first, v1, 0, copy, new Id("rest")));
            costsNothing(preview, "reorder", sequence(rate, track("v1", TrackKind.VIDEO,
                    clip("c", "m2", 0, rate, 30, 80), clip("a", "m0", 0, rate, 7, 90), clip("b", "m1", 0, rate, 0, 70)),
                    first.tracks().getLast()));
            costsNothing(preview, "redo", split);
        }
    }

    private void costsNothing(Preview preview, String edit, Sequence edited) throws Exception {
        PreviewRevision revision = preview.show(edited, catalog);
        PreviewFilm.make(revision);
        List<String> begun = new ArrayList<>(client.encoded("v-"));
        // Where nothing is left, there is black, which is copied and not encoded.
        SpanPlanner spans = new SpanPlanner(edited, catalog);
        revision.pictures(0, edited.durationFrames()).stream()
                .filter(segment -> spans.spanAt(segment.start()).layers().isEmpty())
                .forEach(segment -> begun.remove(segment.id()));
        assertEquals(List.of(), begun, edit);
        client.encoded("");
    }

    @Test
    void anEditUnderAnOpaqueLayerCostsNothing() throws Exception {
        FrameRate rate = RATES[1];
        Clip cover = Clip.of(new Id("cover"), "cover", Generator.color("#102030"), RationalTime.ZERO, 60);
        Sequence first = sequence(rate, track("v1", TrackKind.VIDEO, clip("a", "m0", 0, rate, 0, 60)),
                track("v2", TrackKind.VIDEO, cover));
        try (Preview preview = open(first)) {
            PreviewFilm.make(preview.revision());
            client.encoded("");
            costsNothing(preview, "slip below", TrimEdits.slip(first, new Id("a"), 9));
            costsNothing(preview, "opacity below", Edits.setOpacity(first, new Id("a"), 0.5));
        }
    }

    @Test
    void aDuplicateOfTheSequenceAndARelinkCostNothing() throws Exception {
        FrameRate rate = RATES[1];
        Sequence first = mixed(rate);
        try (Preview preview = open(first)) {
            PreviewFilm.make(preview.revision());
        }
        client.encoded("");
        Sequence twin = new Sequence(new Id("twin"), "Twin", rate, WIDTH_PX, HEIGHT_PX, HZ, first.tracks(), Extras.NONE);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        for (String name : List.of("m0.mkv", "m1.mkv", "m2.mkv", SoundingFilm.MEDIUM)) {
            Files.move(folder.resolve(name), elsewhere.resolve(name));
        }
        MediaCatalog relinked = new FileMediaCatalog(folder, references("elsewhere/"), Services.get(MediaProbe.class));
        try (Preview preview = Services.get(PreviewService.class).open(twin, relinked)) {
            preview.listen(client);
            PreviewFilm.make(preview.revision());
            assertEquals(List.of(), client.encoded(""));
        }
    }

    @Test
    void aTrimCostsTheSegmentsWhoseFramesChanged() throws Exception {
        FrameRate rate = RATES[1];
        Sequence first = plain(rate);
        try (Preview preview = open(first)) {
            PreviewFilm.make(preview.revision());
            Set<String> before = PreviewFilm.pictures(preview.revision());
            client.encoded("");
            Sequence trimmed = Edits.trimEnd(first, new Id("a"), -3);
            PreviewRevision revision = preview.show(trimmed, catalog);
            PreviewFilm.make(revision);
            Set<String> fresh = new HashSet<>(PreviewFilm.pictures(revision));
            fresh.removeAll(before);
            // The last piece of the clip is shorter, and where it was there is black.
            assertEquals(2, fresh.size(), fresh::toString);
            assertEquals(fresh, Set.copyOf(client.encoded("v-")));
        }
    }

    @Test
    void randomEditsLeadToThePreviewThatIsMadeFromScratch() throws Exception {
        int rounds = Tier.count(2, 60);
        for (int round = 0; round < rounds; round++) {
            long seed = Tier.seed() + round;
            java.util.Random random = new java.util.Random(seed);
            Sequence sequence = mixed(RATES[random.nextInt(RATES.length)]);
            try (Preview edited = open(sequence)) {
                for (int i = 0; i < 8; i++) {
                    sequence = randomEdit(sequence, random);
                    PreviewRevision revision = edited.show(sequence, catalog);
                    long look = random.nextLong(Math.max(1, sequence.durationFrames()));
                    for (PreviewSegment segment : revision.pictures(look, look + 1)) {
                        PreviewFilm.read(revision, segment, 1);
                    }
                }
                try (Preview scratch = open(sequence)) {
                    assertEquals(ids(scratch.revision()), ids(edited.revision()), "seed " + seed);
                }
                PreviewRevision last = edited.revision();
                Path film = PreviewFilm.join(last, last.pictures(0, sequence.durationFrames()), folder.resolve("edited.mp4"));
                compare(film, sequence);
                assertTrue(last.pictures(0, sequence.durationFrames()).stream()
                        .allMatch(segment -> last.status(segment).state() == SegmentState.READY), "seed " + seed);
            }
        }
    }

    private static List<String> ids(PreviewRevision revision) {
        List<String> ids = new ArrayList<>();
        revision.pictures(0, revision.sequence().durationFrames())
                .forEach(segment -> ids.add(segment.start() + " " + segment.id()));
        revision.sound(0, revision.endSample()).forEach(piece -> ids.add(piece.start() + " " + piece.id()));
        return ids;
    }

    private Sequence randomEdit(Sequence sequence, java.util.Random random) {
        Track track = sequence.tracks().getFirst();
        List<Clip> clips = new ArrayList<>();
        for (int i = 0; i < track.items().size(); i++) {
            if (track.items().get(i) instanceof Clip clip) {
                clips.add(clip);
            }
        }
        if (clips.isEmpty()) {
            return sequence;
        }
        Clip clip = clips.get(random.nextInt(clips.size()));
        Id fresh = new Id("x" + copies++);
        long frame = random.nextLong(Math.max(1, track.items().durationFrames()));
        try {
            return switch (random.nextInt(6)) {
            case 0 -> Edits.move(sequence, clip.id(), track.id(), frame);
            case 1 -> Edits.split(sequence, track.id(), frame, fresh);
            case 2 -> Edits.trimEnd(sequence, clip.id(), -random.nextInt(9));
            case 3 -> TrimEdits.slip(sequence, clip.id(), random.nextInt(5));
            case 4 -> Edits.setOpacity(sequence, clip.id(), random.nextBoolean() ? 1 : 0.5);
            default -> Edits.append(sequence, track.id(), clip.withId(fresh));
            };
        } catch (org.reelbench.timeline.EditRefused _) {
            return sequence;
        }
    }
}
