package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

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
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.PcmReader;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Renderers;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrimEdits;

/** Previews by real encoders: what they show, that their pieces join, and what edits cost. */
@Timeout(300)
class PreviewIT {

    private static final int EDITS = 8;
    private static final int RENDERED_EACH = 30;

    @TempDir
    private Path folder;
    private final Cancellation never = new Cancellation();
    private final PreviewFilm client = new PreviewFilm();
    private MediaCatalog catalog;
    private int copies;

    @BeforeEach
    void makeTheMedia() throws Exception {
        catalog = PreviewScene.make(folder);
    }

    private Preview open(Sequence sequence) throws InterruptedException {
        Preview preview = Services.get(PreviewService.class).open(sequence, catalog);
        preview.listen(client);
        return preview;
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2 })
    void joinedSegmentsShowWhatIsComposedAtItsTime(int rateNumber) throws Exception {
        FrameRate rate = PreviewScene.RATES[rateNumber];
        Sequence sequence = PreviewScene.mixed(rate);
        try (Preview preview = open(sequence)) {
            PreviewRevision revision = preview.revision();
            // In the best quality, however busy the computer is.
            List<PreviewSegment> segments = revision.pictures(0, sequence.durationFrames(), 0);
            assertTrue(segments.size() >= 8, segments::toString);
            Path film = PreviewFilm.join(revision, segments, folder.resolve("joined.mp4"));
            PreviewScene.compare(film, sequence, catalog);
            assertEquals(1, revision.progress());
            assertEquals(1, revision.seekable().size());
            List<AuditedSegment> audited = preview.audit(4, 1, never);
            assertEquals(4, audited.size());
            audited.forEach(each -> assertTrue(each.problem().isEmpty() && each.psnrDb() >= 38, each::toString));
        }
    }

    @Test
    void joinedSoundIsTheMixBitByBit() throws Exception {
        Sequence sequence = PreviewScene.mixed(PreviewScene.RATES[0]);
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
                try (PcmReader reader = Services.get(MediaReaders.class).openPcm(bytes, info, 0, PreviewScene.HZ, 2, never)) {
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
    void randomEditsLeadToThePreviewThatIsMadeFromScratch() throws Exception {
        int rounds = Tier.count(60, 1000);
        for (int round = 0; round < rounds; round++) {
            long seed = Tier.seed() + round;
            Random random = new Random(seed);
            // Of most it is enough that both are made of the same segments; of some, what they show is looked at.
            boolean isMade = round % RENDERED_EACH == 0;
            Sequence sequence = PreviewScene.mixed(PreviewScene.RATES[random.nextInt(PreviewScene.RATES.length)]);
            try (Preview edited = open(sequence)) {
                for (int i = 0; i < EDITS; i++) {
                    sequence = randomEdit(sequence, random);
                    PreviewRevision revision = edited.show(sequence, catalog);
                    long look = random.nextLong(Math.max(1, sequence.durationFrames()));
                    for (PreviewSegment segment : revision.pictures(look, look + 1)) {
                        if (isMade) {
                            PreviewFilm.read(revision, segment, 1);
                        }
                    }
                }
                try (Preview scratch = open(sequence)) {
                    assertEquals(ids(scratch.revision()), ids(edited.revision()), "seed " + seed);
                }
                if (isMade) {
                    made(edited.revision(), sequence, "seed " + seed);
                }
            }
        }
    }

    private void made(PreviewRevision revision, Sequence sequence, String why) throws Exception {
        List<PreviewSegment> segments = revision.pictures(0, sequence.durationFrames(), 0);
        PreviewScene.compare(PreviewFilm.join(revision, segments, folder.resolve("edited.mp4")), sequence, catalog);
        assertTrue(segments.stream().allMatch(segment -> revision.status(segment).state() == SegmentState.READY), why);
    }

    private static List<String> ids(PreviewRevision revision) {
        List<String> ids = new ArrayList<>();
        revision.pictures(0, revision.sequence().durationFrames())
                .forEach(segment -> ids.add(segment.start() + " " + segment.id()));
        revision.sound(0, revision.endSample()).forEach(piece -> ids.add(piece.start() + " " + piece.id()));
        return ids;
    }

    private Sequence randomEdit(Sequence sequence, Random random) {
        Track track = sequence.tracks().get(random.nextInt(sequence.tracks().size()));
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
