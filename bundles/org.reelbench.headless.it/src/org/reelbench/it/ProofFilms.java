package org.reelbench.it;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.Muxer;
import org.reelbench.media.Muxers;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.testcard.ClickTrack;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** Small films of test cards, with two streams of sound that never stands still, so that any change of either is noticed. */
final class ProofFilms {

    /** The index of the first stream of sound. */
    static final int SOUND = 1;

    private static final ColorDescription COLOR = ColorDescription.BT709_LIMITED;

    private ProofFilms() {
    }

    /** Writes a film: stream 0 is pictures, streams 1 and 2 are sound in stereo. */
    static void write(Path file, int source, int widthPx, int heightPx, FrameRate rate, int frames, int sampleRateHz)
            throws Exception {
        VideoEncoding pictures = new VideoEncoding("ffv1", widthPx, heightPx, PixelFormat.YUV420P, COLOR,
                rate.framesPerSecond().inverted(), rate.framesPerSecond(), 5, 0, 1, new TreeMap<>(Map.of("level", "3")));
        AudioEncoding sound = new AudioEncoding("pcm_s16le", sampleRateHz, 2, 0, new TreeMap<>());
        Encoders encoders = Services.get(Encoders.class);
        try (VideoEncoder video = encoders.openVideo(pictures);
                AudioEncoder first = encoders.openAudio(sound);
                AudioEncoder second = encoders.openAudio(sound)) {
            List<List<EncodedPacket>> packets = List.of(pictures(video, source, widthPx, heightPx, frames),
                    sound(first, source, sampleRateHz, samples(rate, frames, sampleRateHz)),
                    sound(second, source + 1, sampleRateHz, samples(rate, frames, sampleRateHz)));
            List<CodecParameters> streams = List.of(video.parameters(), first.parameters(), second.parameters());
            try (Muxer muxer = Services.get(Muxers.class).open(file, "matroska", streams, Map.of())) {
                for (int stream = 0; stream < packets.size(); stream++) {
                    for (EncodedPacket packet : packets.get(stream)) {
                        muxer.write(stream, packet);
                    }
                }
                muxer.finish(new Cancellation());
            }
        }
    }

    private static int samples(FrameRate rate, int frames, int sampleRateHz) {
        return (int) rate.timeOf(frames).ticksRound(sampleRateHz);
    }

    /** The bytes of a packet are the encoder's as soon as it is handed over. */
    private static EncodedPacket kept(EncodedPacket packet) {
        MemorySegment copy = Arena.ofAuto().allocate(packet.data().byteSize()).copyFrom(packet.data());
        return new EncodedPacket(packet.ptsTicks(), packet.dtsTicks(), packet.durationTicks(), packet.sync(),
                packet.trimEndSamples(), copy);
    }

    private static List<EncodedPacket> pictures(VideoEncoder encoder, int source, int widthPx, int heightPx, int frames)
            throws MediaException {
        List<EncodedPacket> packets = new ArrayList<>();
        PictureFormat format = PictureFormat.of(widthPx, heightPx, PixelFormat.YUV420P, COLOR);
        try (MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            for (int i = 0; i < frames; i++) {
                TestCard.draw(frame, source, i);
                encoder.encode(frame, i, false, packet -> packets.add(kept(packet)));
            }
            encoder.finish(packet -> packets.add(kept(packet)));
        }
        return packets;
    }

    private static List<EncodedPacket> sound(AudioEncoder encoder, int source, int sampleRateHz, int samples)
            throws MediaException {
        List<EncodedPacket> packets = new ArrayList<>();
        float[][] channels = new float[2][samples];
        ClickTrack.fill(source, sampleRateHz, 0, channels, 0, samples);
        for (int i = 0; i < samples; i++) {
            // Left and right differ everywhere, and nothing repeats.
            channels[0][i] += (float) (0.1 * Math.sin(i * 0.01 + 1e-7 * i * i));
            channels[1][i] += (float) (0.1 * Math.sin(i * 0.017 + 2e-7 * i * i + source));
        }
        encoder.encode(channels, 0, samples, packet -> packets.add(kept(packet)));
        encoder.finish(packet -> packets.add(kept(packet)));
        return packets;
    }
}
