package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.PcmReader;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

/** An open medium in a test: its bytes and what probing said of them. */
final class Media implements AutoCloseable {

    /** The threads of all tests. */
    static final ReadThreads THREADS = new ReadThreads();

    private final ByteSource source;
    private final MediaInfo info;
    private final FfmpegMediaReaders readers;

    private Media(ByteSource source, FfmpegMediaProbe probe) throws MediaException {
        this(source, probe.probe(source, new Cancellation()), new FfmpegMediaReaders(THREADS));
    }

    private Media(ByteSource source, MediaInfo info, FfmpegMediaReaders readers) {
        this.source = source;
        this.info = info;
        this.readers = readers;
    }

    /** The same medium, read by tables of samples wherever they can be made, however short it is; closed with the other. */
    Media byTables(Path folder) {
        return new Media(new StampedSource(source), info, new FfmpegMediaReaders(THREADS, new ReadMemory(folder, 1L << 30, 0)));
    }

    static Media of(Path file) throws MediaException {
        return of(FileByteSource.open(file));
    }

    static Media of(ByteSource source) throws MediaException {
        return new Media(source, new FfmpegMediaProbe(THREADS));
    }

    /** Opens a medium unless looking at it takes too long. */
    static Media within(long limitMs, ByteSource source) throws MediaException {
        return new Media(source, new FfmpegMediaProbe(THREADS, limitMs));
    }

    MediaInfo info() {
        return info;
    }

    VideoStreamInfo video() {
        return info.video().orElseThrow();
    }

    FrameReader frames() throws MediaException {
        return frames(1);
    }

    FrameReader frames(int threads) throws MediaException {
        return readers.openFrames(source, info, video().index(), threads, new Cancellation());
    }

    PcmReader pcm(int rateHz, int channels) throws MediaException {
        return pcm(info.audio().orElseThrow().index(), rateHz, channels);
    }

    PcmReader pcm(int streamIndex, int rateHz, int channels) throws MediaException {
        return readers.openPcm(source, info, streamIndex, rateHz, channels, new Cancellation());
    }

    PcmReader channels(int rateHz, List<Integer> numbers) throws MediaException {
        return readers.openChannels(source, info, info.audio().orElseThrow().index(), rateHz, numbers, new Cancellation());
    }

    /** The number in the picture shown at a time, or −1 if it cannot be read. */
    static long number(FrameReader reader, RationalTime time) throws MediaException {
        try (VideoFrame frame = reader.frameAt(time, new Cancellation())) {
            Reading reading = TestCard.read(frame);
            return reading.valid() ? reading.frameNumber() : -1;
        }
    }

    /** A number that tells pictures apart by every sample. */
    static long hash(FrameReader reader, RationalTime time) throws MediaException {
        try (VideoFrame frame = reader.frameAt(time, new Cancellation())) {
            return hash(frame);
        }
    }

    static long hash(VideoFrame frame) {
        CRC32 crc = new CRC32();
        PixelFormat format = frame.format().pixelFormat();
        for (int plane = 0; plane < format.planes(); plane++) {
            MemorySegment samples = frame.plane(plane);
            int rowBytes = format.rowBytes(plane, frame.format().widthPx());
            for (int row = 0; row < format.rows(plane, frame.format().heightPx()); row++) {
                crc.update(samples.asSlice((long) row * frame.strideBytes(plane), rowBytes).toArray(ValueLayout.JAVA_BYTE));
            }
        }
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
