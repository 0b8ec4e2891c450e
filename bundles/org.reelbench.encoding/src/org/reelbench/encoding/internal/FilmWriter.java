package org.reelbench.encoding.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.Encoders;
import org.reelbench.media.EncodingPass;
import org.reelbench.media.MediaException;
import org.reelbench.media.Muxer;
import org.reelbench.media.PacketSink;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;

/**
 * Encodes frames and samples and writes them into a file, on a thread of its own, so that rendering goes on meanwhile.
 * <p>
 * The rendering thread hands over and waits when the queue is full; memory stays flat whoever is slower. A failure on the
 * encoding thread is thrown at the next hand-over.
 */
final class FilmWriter implements AutoCloseable {

    /** Frames and sound blocks together: four frames' worth, eight without sound. */
    private static final int QUEUE = 8;

    private static final int VIDEO = 0;

    /** Where sound comes after pictures. */
    private final int audioStream;
    private final @Nullable VideoEncoder video;
    private final @Nullable AudioEncoder audio;
    private final Muxer muxer;
    private final Cancellation cancellation;
    private final LongConsumer progress;
    /** Arrays of sound that were encoded: new ones for each frame would age in the heap while they wait here. */
    private final Queue<float[][]> used = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    /** What is handed over; every kind is used up or released exactly once. */
    private sealed interface Work permits Picture, Encoded, Sound, Finish {
    }

    private record Picture(long frame, VideoFrame picture) implements Work {
    }

    private record Encoded(long frame, EncodedPacket packet) implements Work {
    }

    private record Sound(float[][] samples, int count) implements Work {
    }

    private record Finish() implements Work {
    }

    private FilmWriter(@Nullable VideoEncoder video, @Nullable AudioEncoder audio, int audioStream, Muxer muxer,
            Cancellation cancellation, LongConsumer progress) {
        this.audioStream = audioStream;
        this.video = video;
        this.audio = audio;
        this.muxer = muxer;
        this.cancellation = cancellation;
        this.progress = progress;
        this.thread = Thread.ofPlatform().name("reelbench-export-encode").start(this::work);
    }

    /** Opens what takes the encoded streams, once it is known what they are. */
    @FunctionalInterface
    interface Output {
        Muxer open(List<CodecParameters> streams) throws MediaException;
    }

    /** Opens a writer; the pass is null for the only one. */
    static FilmWriter open(EncodingPlan plan, @Nullable EncodingPass pass, Encoders encoders, Output output,
            Cancellation cancellation, LongConsumer progress) throws MediaException {
        return open(plan, pass, null, encoders, output, cancellation, progress);
    }

    /** Opens a writer of pictures that are encoded already. */
    static FilmWriter copying(CodecParameters pictures, EncodingPlan plan, Encoders encoders, Output output,
            Cancellation cancellation, LongConsumer progress) throws MediaException {
        return open(plan, null, pictures, encoders, output, cancellation, progress);
    }

    private static FilmWriter open(EncodingPlan plan, @Nullable EncodingPass pass, @Nullable CodecParameters copied,
            Encoders encoders, Output output, Cancellation cancellation, LongConsumer progress) throws MediaException {
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            List<CodecParameters> streams = new ArrayList<>();
            VideoEncoder video = null;
            VideoEncoding videoEncoding = plan.video();
            if (copied != null) {
                streams.add(copied);
            } else if (videoEncoding != null) {
                video = pass == null ? encoders.openVideo(videoEncoding) : encoders.openVideo(videoEncoding, pass);
                opened.add(video::close);
                streams.add(video.parameters());
            }
            AudioEncoder audio = null;
            AudioEncoding audioEncoding = plan.audio();
            int audioStream = streams.size();
            if (audioEncoding != null) {
                audio = encoders.openAudio(audioEncoding);
                opened.add(audio::close);
                streams.add(audio.parameters());
            }
            Muxer muxer = output.open(streams);
            opened.add(muxer::close);
            return new FilmWriter(video, audio, audioStream, muxer, cancellation, progress);
        } catch (MediaException | RuntimeException | Error e) {
            for (AutoCloseable open : opened.reversed()) {
                closeAfter(open, e);
            }
            throw e;
        }
    }

    private static void closeAfter(AutoCloseable open, Throwable reason) {
        try {
            open.close();
        } catch (Exception e) {
            reason.addSuppressed(e);
        }
    }

    /** Hands a picture over; the writer closes it, also when this call fails. */
    void write(long frame, VideoFrame picture) throws MediaException {
        boolean handedOver = false;
        try {
            handOver(new Picture(frame, picture));
            handedOver = true;
        } finally {
            if (!handedOver) {
                picture.close();
            }
        }
    }

    /** Hands a picture over that is encoded already; its bytes are not changed afterwards. */
    void write(long frame, EncodedPacket packet) throws MediaException {
        handOver(new Encoded(frame, packet));
    }

    /** Returns arrays to put samples into: some that were encoded, or new ones. */
    float[][] samples(int channels, int count) {
        float[][] free = used.poll();
        return free != null && free.length == channels && free[0].length >= count ? free : new float[channels][count];
    }

    /** Hands samples over; the arrays belong to the writer from here on. */
    void write(float[][] samples, int count) throws MediaException {
        handOver(new Sound(samples, count));
    }

    /** Waits until everything is encoded and the file is whole. */
    void finish() throws MediaException {
        handOver(new Finish());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        throwFailure();
    }

    private void handOver(Work work) throws MediaException {
        try {
            do {
                throwFailure();
                cancellation.check();
            } while (!queue.offer(work, 50, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private void throwFailure() throws MediaException {
        Throwable thrown = failure;
        switch (thrown) {
        case null -> {
            // all is well so far
        }
        case MediaException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new IllegalStateException("encoding failed", thrown);
        }
    }

    private void work() {
        try {
            boolean finished = false;
            while (!finished) {
                // Before the next piece is taken: a picture that was taken would be nobody's after the exception.
                cancellation.check();
                Work work = queue.poll(50, TimeUnit.MILLISECONDS);
                switch (work) {
                case null -> {
                    // nothing to encode yet; look at the cancellation again
                }
                case Picture picture -> encode(picture);
                case Encoded encoded -> {
                    into(VIDEO).accept(encoded.packet());
                    progress.accept(encoded.frame() + 1);
                }
                case Sound sound -> encode(sound);
                case Finish _ -> {
                    finish(video, audio);
                    finished = true;
                }
                }
            }
        } catch (InterruptedException | MediaException | RuntimeException | Error e) {
            failure = e;
        }
    }

    private void encode(Picture work) throws MediaException {
        VideoEncoder encoder = video;
        try (VideoFrame picture = work.picture()) {
            if (encoder != null) {
                encoder.encode(picture, work.frame(), work.frame() == 0, into(VIDEO));
            }
        }
        progress.accept(work.frame() + 1);
    }

    private void encode(Sound work) throws MediaException {
        AudioEncoder encoder = audio;
        if (encoder != null) {
            encoder.encode(work.samples(), 0, work.count(), into(audioStream));
        }
        used.add(work.samples());
    }

    private void finish(@Nullable VideoEncoder pictures, @Nullable AudioEncoder sound) throws MediaException {
        if (pictures != null) {
            pictures.finish(into(VIDEO));
        }
        if (sound != null) {
            sound.finish(into(audioStream));
        }
        muxer.finish(cancellation);
    }

    /** An encoder may hold seconds of film back, so the cancellation is looked at for each packet that comes out. */
    private PacketSink into(int stream) {
        return packet -> {
            cancellation.check();
            muxer.write(stream, packet);
        };
    }

    /** Ends the encoding thread, finished or not, and gives everything back. */
    @Override
    public void close() {
        if (thread.isAlive()) {
            cancellation.cancel();
        }
        joinUninterruptibly();
        for (Work left : queue) {
            if (left instanceof Picture picture) {
                picture.picture().close();
            }
        }
        queue.clear();
        muxer.close();
        if (audio != null) {
            audio.close();
        }
        if (video != null) {
            video.close();
        }
    }

    private void joinUninterruptibly() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
