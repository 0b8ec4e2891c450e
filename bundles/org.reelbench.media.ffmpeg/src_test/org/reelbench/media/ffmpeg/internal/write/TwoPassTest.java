package org.reelbench.media.ffmpeg.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.EncodingPass;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** An encoder that saw the film before comes nearer to its bit rate, and tells its second self by a file. */
class TwoPassTest {

    private static final int FRAMES = 60;
    private static final long BIT_RATE = 200_000;

    @TempDir
    Path folder = Path.of("set by the framework");
    private final FfmpegEncoders encoders = new FfmpegEncoders();

    @ParameterizedTest
    @ValueSource(strings = { "libvpx-vp9", "mpeg4" })
    void theSecondPassFollowsTheNotesOfTheFirst(String encoder) throws Exception {
        Path notes = folder.resolve("notes");
        pass(encoder, new EncodingPass(false, notes));
        assertTrue(Files.size(notes) > 100, "the first pass has noted something");
        List<EncodedPacket> packets = pass(encoder, new EncodingPass(true, notes));
        long shown = packets.stream().filter(packet -> packet.durationTicks() > 0).count();
        assertTrue(shown >= FRAMES, () -> shown + " packets");
        long bits = packets.stream().mapToLong(packet -> packet.data().byteSize() * 8).sum();
        double rate = bits * 25.0 / FRAMES;
        assertTrue(rate < 2 * BIT_RATE && rate > BIT_RATE / 8.0, () -> rate + " bit/s");
    }

    @Test
    void withoutNotesThereIsNoSecondPass() {
        MediaException refused = assertThrows(MediaException.class,
                () -> pass("libvpx-vp9", new EncodingPass(true, folder.resolve("none"))));
        assertEquals(Reason.NO_ENCODER, refused.reason());
        assertTrue(refused.getMessage().contains("none"), refused.getMessage());
    }

    @Test
    void anEncoderThatMakesOnePassOnlySaysSo() {
        MediaException refused = assertThrows(MediaException.class,
                () -> pass("libopenh264", new EncodingPass(false, folder.resolve("notes"))));
        assertEquals(Reason.NO_ENCODER, refused.reason());
        assertTrue(refused.getMessage().contains("libopenh264"), refused.getMessage());
    }

    private List<EncodedPacket> pass(String encoder, EncodingPass pass) throws MediaException {
        VideoEncoding encoding = new VideoEncoding(encoder, Recording.WIDTH, Recording.HEIGHT, PixelFormat.YUV420P,
                ColorDescription.BT709_LIMITED, Rational.of(1, 25), Rational.of(25, 1), 50, BIT_RATE, 1, new TreeMap<>());
        List<EncodedPacket> packets = new ArrayList<>();
        PictureFormat format = PictureFormat.of(Recording.WIDTH, Recording.HEIGHT, PixelFormat.YUV420P,
                ColorDescription.BT709_LIMITED);
        try (VideoEncoder open = encoders.openVideo(encoding, pass);
                MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            for (int n = 0; n < FRAMES; n++) {
                TestCard.draw(frame, Recording.SOURCE, n);
                open.encode(frame, n, n == 0, Recording.keep(packets));
            }
            open.finish(Recording.keep(packets));
        }
        return packets;
    }
}
