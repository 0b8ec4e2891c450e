package org.reelbench.loading.internal;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.loading.Loadable;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PcmReader;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** Media that are nothing but names: stream 0 is pictures, stream 1 sound. Counts what is open and how it is used. */
final class FakeMedia implements MediaReaders {

    private final AtomicInteger openSources = new AtomicInteger();
    private final AtomicInteger openReaders = new AtomicInteger();
    private final AtomicInteger resting = new AtomicInteger();
    private final AtomicInteger outOfTurn = new AtomicInteger();
    private final List<String> opened = new ArrayList<>();
    private final Map<String, MediaException> broken = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final CountDownLatch atGate = new CountDownLatch(1);

    /** A medium of ten seconds. */
    Loadable medium(String name) {
        return medium(name, 10);
    }

    Loadable medium(String name, long seconds) {
        PictureFormat picture = PictureFormat.of(64, 36, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        RationalTime duration = RationalTime.ofSeconds(seconds);
        return new Fake(name, Loadable.ORIGINAL, new MediaInfo("mov,mp4", RationalTime.ZERO, duration, List.of(
                new VideoStreamInfo(0, "fake", picture, Optional.of(FrameRate.of(25, 1)), RationalTime.ZERO, duration, false, 0),
                new AudioStreamInfo(1, "fake", 48_000, 2, RationalTime.ZERO, duration))), this);
    }

    /** Lets opening and reading a medium fail. */
    void breakDown(String name) {
        broken.put(name, new MediaException(MediaException.Reason.UNREADABLE, name, "the disk is gone"));
    }

    void mend(String name) {
        broken.remove(name);
    }

    /** Holds up the opening of a medium until {@link #letGo}. */
    void holdUp(String name) {
        gates.put(name, new CountDownLatch(1));
    }

    void letGo(String name) {
        gates.get(name).countDown();
    }

    /** Waits until somebody opens a medium that is held up. */
    void awaitHeldUp() throws InterruptedException {
        atGate.await();
    }

    int openSources() {
        return openSources.get();
    }

    int openReaders() {
        return openReaders.get();
    }

    int resting() {
        return resting.get();
    }

    /** How often a reader was used by two at once, or after its end. */
    int outOfTurn() {
        return outOfTurn.get();
    }

    /** The media of which readers were opened, in order. */
    List<String> opened() {
        synchronized (opened) {
            return List.copyOf(opened);
        }
    }

    /** A smaller file that stands in for a medium. */
    Loadable smaller(String name) {
        return new Fake(name, "smaller", medium(name).info(), this);
    }

    private record Fake(String name, String representation, MediaInfo info, FakeMedia media) implements Loadable {

        @Override
        public String fingerprint() {
            return "fingerprint of " + name;
        }

        @Override
        public ByteSource open() throws MediaException {
            media.fail(name);
            media.openSources.incrementAndGet();
            return new Bytes(name, media.openSources);
        }
    }

    private void fail(String name) throws MediaException {
        MediaException failure = broken.get(name);
        if (failure != null) {
            throw failure;
        }
    }

    private static final class Bytes implements ByteSource {

        private final String name;
        private final AtomicInteger open;
        private boolean closed;

        Bytes(String name, AtomicInteger open) {
            this.name = name;
            this.open = open;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long sizeBytes() {
            return 0;
        }

        @Override
        public int read(long positionBytes, MemorySegment target) {
            return -1;
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                open.decrementAndGet();
            }
        }
    }

    private void opening(String name) throws MediaException {
        CountDownLatch gate = gates.get(name);
        if (gate != null) {
            atGate.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        fail(name);
        openReaders.incrementAndGet();
        synchronized (opened) {
            opened.add(name);
        }
    }

    @Override
    public FrameReader openFrames(ByteSource source, MediaInfo info, int streamIndex, int decoderThreads,
            Cancellation cancellation) throws MediaException {
        opening(source.name());
        return new Frames(source.name(), info.video(streamIndex).orElseThrow());
    }

    @Override
    public PcmReader openPcm(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz, int channels,
            Cancellation cancellation) throws MediaException {
        opening(source.name());
        return new Sound(source.name(), info.audio(streamIndex).orElseThrow());
    }

    @Override
    public PcmReader openChannels(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz,
            List<Integer> numbers, Cancellation cancellation) throws MediaException {
        return openPcm(source, info, streamIndex, sampleRateHz, numbers.size(), cancellation);
    }

    /** What readers of both kinds check. */
    private class Reader {

        private final String name;
        private final AtomicInteger users = new AtomicInteger();
        private volatile boolean closed;
        private boolean rests;

        Reader(String name) {
            this.name = name;
        }

        @Nullable
        MediaException use() {
            if (users.incrementAndGet() != 1 || closed) {
                outOfTurn.incrementAndGet();
            }
            try {
                wake();
                fail(name);
                return null;
            } catch (MediaException e) {
                return e;
            } finally {
                users.decrementAndGet();
            }
        }

        private void wake() {
            if (rests) {
                rests = false;
                resting.decrementAndGet();
            }
        }

        void layDown() {
            if (!rests) {
                rests = true;
                resting.incrementAndGet();
            }
        }

        void end() {
            if (!closed) {
                if (users.get() != 0) {
                    outOfTurn.incrementAndGet();
                }
                wake();
                closed = true;
                openReaders.decrementAndGet();
            }
        }
    }

    private final class Frames extends Reader implements FrameReader {

        private final VideoStreamInfo stream;
        private long decoded;

        Frames(String name, VideoStreamInfo stream) {
            super(name);
            this.stream = stream;
        }

        @Override
        public VideoStreamInfo stream() {
            return stream;
        }

        @Override
        public VideoFrame frameAt(RationalTime time, Cancellation cancellation) throws MediaException {
            MediaException failure = use();
            if (failure != null) {
                throw failure;
            }
            decoded++;
            return MemoryFrame.allocate(stream.picture(), time);
        }

        @Override
        public void rest() {
            layDown();
        }

        @Override
        public long decodedFrames() {
            return decoded;
        }

        @Override
        public void close() {
            end();
        }
    }

    private final class Sound extends Reader implements PcmReader {

        private final AudioStreamInfo stream;

        Sound(String name, AudioStreamInfo stream) {
            super(name);
            this.stream = stream;
        }

        @Override
        public AudioStreamInfo stream() {
            return stream;
        }

        @Override
        public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
                throws MediaException {
            MediaException failure = use();
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public void close() {
            end();
        }
    }
}
