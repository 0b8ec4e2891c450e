package org.reelbench.demo.internal.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.demo.internal.media.MovieSpec.Pictures;
import org.reelbench.demo.internal.media.MovieSpec.Sound;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.ColorDescription;
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
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Draws, encodes and writes one movie, pictures and sound side by side. */
final class MovieWriter {

    private static final int GOP_FRAMES = 60;
    private static final int CHANNELS = 2;
    /** Reckoned with where frames have no regular distance. */
    private static final int USUAL_FRAMES_PER_SECOND = 30;

    private final Encoders encoders;
    private final Muxers muxers;

    MovieWriter(Encoders encoders, Muxers muxers) {
        this.encoders = encoders;
        this.muxers = muxers;
    }

    /** Writes the movie; on the way out by an exception the file is there and no movie. */
    void write(MovieSpec spec, Path file, DoubleConsumer progress, Cancellation cancellation) throws MediaException {
        List<String> installed = encoders.names();
        try (VideoEncoder video = open(spec.pictures().orElse(null), installed);
                AudioEncoder audio = open(spec.sound().orElse(null), installed)) {
            List<CodecParameters> streams = new ArrayList<>();
            if (video != null) {
                streams.add(video.parameters());
            }
            if (audio != null) {
                streams.add(audio.parameters());
            }
            try (Muxer muxer = muxers.open(file, spec.container(), streams, Map.of())) {
                SoundFeed sound = audio == null
                        ? null
                        : new SoundFeed(spec.source(), spec.sound().orElseThrow(), audio, muxer, video == null ? 0 : 1);
                if (video != null) {
                    writePictures(spec.source(), spec.pictures().orElseThrow(), video, muxer, sound, progress, cancellation);
                }
                if (sound != null) {
                    sound.finish(cancellation);
                }
                muxer.finish(cancellation);
            }
        }
    }

    private static void writePictures(int source, Pictures pictures, VideoEncoder encoder, Muxer muxer, @Nullable SoundFeed sound,
            DoubleConsumer progress, Cancellation cancellation) throws MediaException {
        PictureFormat format = PictureFormat.of(pictures.widthPx(), pictures.heightPx(), PixelFormat.YUV420P,
                ColorDescription.BT709_LIMITED);
        FrameTimes times = pictures.times();
        Grain grain = new Grain(pictures.grain());
        try (MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            for (int i = 0; i < times.count(); i++) {
                cancellation.check();
                if (sound != null) {
                    sound.upTo(times.timeOf(i));
                }
                TestCard.draw(frame, source, i);
                if (pictures.grain() > 0) {
                    grain.add(frame, i);
                }
                encoder.encode(frame, times.ticks().get(i), i == 0, packet -> muxer.write(0, packet));
                progress.accept((i + 1.0) / times.count());
            }
        }
        encoder.finish(packet -> muxer.write(0, packet));
    }

    private @Nullable VideoEncoder open(@Nullable Pictures pictures, List<String> installed) throws MediaException {
        if (pictures == null) {
            return null;
        }
        Codec.Choice choice = pictures.codec().choose(installed);
        Rational rate = pictures.times().rate();
        double framesPerSecond = rate.signum() == 0 ? USUAL_FRAMES_PER_SECOND : rate.toDouble();
        long bitRate = Math.round(choice.bits() * pictures.widthPx() * pictures.heightPx() * framesPerSecond);
        return encoders.openVideo(new VideoEncoding(choice.encoder(), pictures.widthPx(), pictures.heightPx(),
                PixelFormat.YUV420P,
                ColorDescription.BT709_LIMITED, pictures.times().timeBase(), rate, GOP_FRAMES, bitRate, 0, choice.options()));
    }

    private @Nullable AudioEncoder open(@Nullable Sound sound, List<String> installed) throws MediaException {
        if (sound == null) {
            return null;
        }
        Codec.Choice choice = sound.codec().choose(installed);
        return encoders.openAudio(new AudioEncoding(choice.encoder(), sound.sampleRateHz(), CHANNELS, Math.round(choice.bits()),
                choice.options()));
    }

    /** Brings the sound along with the pictures, so that the container need not hold much back. */
    private static final class SoundFeed {

        private static final int BLOCK_SAMPLES = 4096;

        private final int source;
        private final Sound sound;
        private final AudioEncoder encoder;
        private final Muxer muxer;
        private final int stream;
        private final float[][] block = new float[CHANNELS][BLOCK_SAMPLES];
        private long nextSample;

        SoundFeed(int source, Sound sound, AudioEncoder encoder, Muxer muxer, int stream) {
            this.source = source;
            this.sound = sound;
            this.encoder = encoder;
            this.muxer = muxer;
            this.stream = stream;
        }

        void upTo(RationalTime time) throws MediaException {
            RationalTime until = time.isAfter(sound.duration()) ? sound.duration() : time;
            long end = until.ticksRound(sound.sampleRateHz());
            while (nextSample < end) {
                int count = (int) Math.min(BLOCK_SAMPLES, end - nextSample);
                ClickTrack.fill(source, sound.sampleRateHz(), nextSample, block, 0, count);
                encoder.encode(block, 0, count, packet -> muxer.write(stream, packet));
                nextSample += count;
            }
        }

        void finish(Cancellation cancellation) throws MediaException {
            cancellation.check();
            upTo(sound.duration());
            encoder.finish(packet -> muxer.write(stream, packet));
        }
    }
}
