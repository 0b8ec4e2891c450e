package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Encoders;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.Muxer;
import org.reelbench.media.Muxers;
import org.reelbench.media.PcmReader;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackKind;

/** Sound in AAC that was encoded in runs, each apart from the others. */
@Timeout(300)
class PreviewAacIT {

    private static final int HZ = PreviewScene.HZ;
    private static final int SECONDS = 63;
    private static final double TONE_HZ = 1000;
    private static final double LOUD = 0.25;
    /** −60 dB of full scale. */
    private static final double FAINT = 0.001;

    private static float tone(long sample) {
        return (float) (LOUD * Math.sin(2 * Math.PI * TONE_HZ * sample / HZ));
    }

    private static MediaCatalog medium(Path folder) throws Exception {
        Path file = folder.resolve("tone.mka");
        AudioEncoding flac = new AudioEncoding("flac", HZ, 2, 0, new TreeMap<>());
        float[][] second = new float[2][HZ];
        try (AudioEncoder encoder = Services.get(Encoders.class).openAudio(flac);
                Muxer muxer = Services.get(Muxers.class).open(file, "matroska", List.of(encoder.parameters()), Map.of())) {
            for (int i = 0; i < SECONDS; i++) {
                for (int at = 0; at < HZ; at++) {
                    second[0][at] = tone((long) i * HZ + at);
                    second[1][at] = second[0][at];
                }
                encoder.encode(second, 0, HZ, packet -> muxer.write(0, packet));
            }
            encoder.finish(packet -> muxer.write(0, packet));
            muxer.finish(new Cancellation());
        }
        return new FileMediaCatalog(folder,
                List.of(new MediaReference(new Id("m"), "tone", file.getFileName().toString(), "", Extras.NONE)),
                Services.get(MediaProbe.class));
    }

    private static Sequence sequence() {
        FrameRate rate = FrameRate.of(25, 1);
        return PreviewScene.sequence(rate, PreviewScene.track("a1", TrackKind.AUDIO,
                Clip.of(new Id("c"), "c", new MediaStream(new Id("m"), 0), RationalTime.ZERO, SECONDS * 25L)));
    }

    @Test
    void acrossThirtyJointsNoSampleIsLateAndNothingClicks(@TempDir Path folder) throws Exception {
        try (Preview preview = Services.get(PreviewService.class).open(sequence(), medium(folder))) {
            PreviewRevision revision = preview.revision();
            List<PreviewSegment> runs = revision.aac(0, revision.endSample());
            assertTrue(runs.size() > 30, runs::toString);
            try (SegmentBytes bytes = revision.open(runs.getFirst())) {
                bytes.await(0, Duration.ofSeconds(60));
                assertEquals("mp4a.40.2", bytes.init().codec());
            }
            Path film = PreviewFilm.join(revision, runs, folder.resolve("runs.mp4"));
            int count = (SECONDS - 1) * HZ;
            float[][] heard = new float[2][count];
            Cancellation never = new Cancellation();
            try (ByteSource bytes = FileByteSource.open(film)) {
                MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
                try (PcmReader reader = Services.get(MediaReaders.class).openPcm(bytes, info, 0, HZ, 2, never)) {
                    reader.read(0, heard, 0, count, never);
                }
            }
            double worst = 0;
            int worstAt = 0;
            // Where the film begins the encoder itself needs a moment, as with any film; the joints come after it.
            for (int i = HZ; i < count; i++) {
                double off = Math.abs(heard[0][i] - tone(i));
                if (off > worst) {
                    worst = off;
                    worstAt = i;
                }
            }
            // One sample too late would be 0.03 off.
            assertTrue(worst < FAINT, "sample " + worstAt + " of " + count + " is off by " + worst);
        }
    }

    @Test
    void anEditMakesOnlyTheRunsItIsHeardIn(@TempDir Path folder) throws Exception {
        Sequence first = sequence();
        MediaCatalog catalog = medium(folder);
        try (Preview preview = Services.get(PreviewService.class).open(first, catalog)) {
            PreviewRevision before = preview.revision();
            List<PreviewSegment> runs = before.aac(0, before.endSample());
            PreviewRevision after = preview.show(Edits.trimEnd(first, new Id("c"), -25), catalog);
            List<PreviewSegment> trimmed = after.aac(0, after.endSample());
            assertEquals(runs.subList(0, 30), trimmed.subList(0, 30));
            assertNotEquals(runs.get(30), trimmed.get(30));
        }
    }
}
