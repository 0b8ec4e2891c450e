package org.reelbench.render.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.reelbench.loading.Loadable;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.PcmReader;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.Sequences;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/**
 * Readers of media that are nothing but numbers: picture n of medium "full" says {@code full#n}, 25 a second. Counts what is
 * opened, closed and decoded; a medium can be told to fail at a frame or to wait.
 */
final class FakeReaders implements MediaReaders, MediaOpener {

    static final FrameRate SOURCE_RATE = Sequences.FPS_25;
    static final int SOURCE_FRAMES = 1_000_000;
    static final int SYNC_EVERY_FRAMES = 50;

    final Leases decoded = new Leases();
    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> opened = new ConcurrentHashMap<>();
    private final Map<String, Integer> threads = new ConcurrentHashMap<>();
    private final List<String> decodes = new ArrayList<>();
    private final List<FakePcmReader> sounds = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger outOfTurn = new AtomicInteger();

    /** The picture that a medium shows at a time. */
    static String picture(String medium, RationalTime time) {
        return medium + "#" + Math.clamp(SOURCE_RATE.frameAt(time), 0, SOURCE_FRAMES - 1);
    }

    /** Lets a picture such as {@code full#12} fail, or a medium such as {@code full} when it is opened. */
    void fail(String picture, Throwable failure) {
        failures.put(picture, failure);
    }

    void heal(String picture) {
        failures.remove(picture);
    }

    /** Lets decoding a picture wait until the gate opens or the reader is cancelled. */
    Gate gate(String picture) {
        Gate gate = new Gate();
        gates.put(picture, gate);
        return gate;
    }

    /** How often a medium was opened. */
    int opened(String medium) {
        return opened.getOrDefault(medium, new AtomicInteger()).get();
    }

    /** With how many threads a medium was opened last. */
    int threads(String medium) {
        return threads.getOrDefault(medium, 0);
    }

    /** How many readers are open now. */
    int open() {
        return open.get();
    }

    /** How often a reader was used by two threads at once or after it was closed. */
    int outOfTurn() {
        return outOfTurn.get();
    }

    /** The pictures that were decoded, in order. */
    List<String> decodes() {
        synchronized (decodes) {
            return List.copyOf(decodes);
        }
    }

    List<FakePcmReader> sounds() {
        return sounds;
    }

    @Override
    public FrameReader openFrames(ByteSource source, MediaInfo info, int streamIndex, int decoderThreads,
            Cancellation cancellation)
            throws MediaException {
        throwFailure(source.name());
        opened.computeIfAbsent(source.name(), _ -> new AtomicInteger()).incrementAndGet();
        open.incrementAndGet();
        threads.put(source.name(), decoderThreads);
        return new FakeFrameReader(source.name(), info.video(streamIndex).orElseThrow());
    }

    @Override
    public PcmReader openPcm(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz, int channels,
            Cancellation cancellation)
            throws MediaException {
        throwFailure(source.name());
        opened.computeIfAbsent(source.name(), _ -> new AtomicInteger()).incrementAndGet();
        open.incrementAndGet();
        FakePcmReader reader = new FakePcmReader(source.name(), info.audio(streamIndex).orElseThrow(), open, List.of(1, 2));
        sounds.add(reader);
        return reader;
    }

    @Override
    public PcmReader openChannels(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz, List<Integer> numbers,
            Cancellation cancellation)
            throws MediaException {
        throwFailure(source.name());
        opened.computeIfAbsent(source.name(), _ -> new AtomicInteger()).incrementAndGet();
        open.incrementAndGet();
        FakePcmReader reader = new FakePcmReader(source.name(), info.audio(streamIndex).orElseThrow(), open, numbers);
        sounds.add(reader);
        return reader;
    }

    @Override
    public FrameReader frames(Loadable medium, int streamIndex, int decoderThreads, Cancellation cancellation)
            throws MediaException {
        ByteSource bytes = medium.open();
        try {
            return new FramesOfBytes(openFrames(bytes, medium.info(), streamIndex, decoderThreads, cancellation), bytes);
        } catch (MediaException | RuntimeException | Error e) {
            shut(bytes);
            throw e;
        }
    }

    @Override
    public PcmReader sound(Loadable medium, int streamIndex, int sampleRateHz, List<Integer> channels,
            Cancellation cancellation) throws MediaException {
        ByteSource bytes = medium.open();
        try {
            return new SoundOfBytes(channels.isEmpty()
                    ? openPcm(bytes, medium.info(), streamIndex, sampleRateHz, 2, cancellation)
                    : openChannels(bytes, medium.info(), streamIndex, sampleRateHz, channels, cancellation), bytes);
        } catch (MediaException | RuntimeException | Error e) {
            shut(bytes);
            throw e;
        }
    }

    private static void shut(ByteSource bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A reader that owns its bytes. */
    private record FramesOfBytes(FrameReader reader, ByteSource bytes) implements FrameReader {

        @Override
        public VideoStreamInfo stream() {
            return reader.stream();
        }

        @Override
        public VideoFrame frameAt(RationalTime time, Cancellation cancellation) throws MediaException {
            return reader.frameAt(time, cancellation);
        }

        @Override
        public VideoFrame nearestSyncFrame(RationalTime time, Cancellation cancellation) throws MediaException {
            return reader.nearestSyncFrame(time, cancellation);
        }

        @Override
        public long decodedFrames() {
            return reader.decodedFrames();
        }

        @Override
        public void close() {
            reader.close();
            shut(bytes);
        }
    }

    /** A reader that owns its bytes. */
    private record SoundOfBytes(PcmReader reader, ByteSource bytes) implements PcmReader {

        @Override
        public AudioStreamInfo stream() {
            return reader.stream();
        }

        @Override
        public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
                throws MediaException {
            reader.read(firstSample, channels, offset, count, cancellation);
        }

        @Override
        public void close() {
            reader.close();
            shut(bytes);
        }
    }

    private void throwFailure(String what) throws MediaException {
        Throwable failure = failures.get(what);
        switch (failure) {
        case null -> {
            // this one works
        }
        case MediaException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new AssertionError(failure);
        }
    }

    private final class FakeFrameReader implements FrameReader {

        private final String medium;
        private final VideoStreamInfo stream;
        private final AtomicInteger users = new AtomicInteger();
        private volatile boolean closed;

        FakeFrameReader(String medium, VideoStreamInfo stream) {
            this.medium = medium;
            this.stream = stream;
        }

        @Override
        public VideoStreamInfo stream() {
            return stream;
        }

        @Override
        public VideoFrame frameAt(RationalTime time, Cancellation cancellation) throws MediaException {
            if (users.incrementAndGet() != 1 || closed) {
                outOfTurn.incrementAndGet();
            }
            try {
                String picture = picture(medium, time);
                synchronized (decodes) {
                    decodes.add(picture);
                }
                Gate gate = gates.get(picture);
                if (gate != null) {
                    gate.pass(cancellation);
                }
                throwFailure(picture);
                return CountedFrame.of(picture, stream.picture(), time, decoded);
            } finally {
                users.decrementAndGet();
            }
        }

        @Override
        public VideoFrame nearestSyncFrame(RationalTime time, Cancellation cancellation) throws MediaException {
            long number = Math.clamp(SOURCE_RATE.frameAt(time), 0, SOURCE_FRAMES - 1);
            return frameAt(SOURCE_RATE.timeOf(number - number % SYNC_EVERY_FRAMES), cancellation);
        }

        @Override
        public long decodedFrames() {
            return decodes().size();
        }

        @Override
        public void close() {
            if (!closed) {
                if (users.get() != 0) {
                    outOfTurn.incrementAndGet();
                }
                closed = true;
                open.decrementAndGet();
            }
        }
    }
}
