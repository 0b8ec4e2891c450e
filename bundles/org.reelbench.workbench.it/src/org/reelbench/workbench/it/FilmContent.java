package org.reelbench.workbench.it;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.PcmReader;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.FrameRate;

/**
 * What a film holds, read anew.
 *
 * @param brightness of each frame, line by line, how bright each pixel is
 * @param sound one channel of 48 kHz; empty where there is none
 */
record FilmContent(List<int[]> brightness, float[] sound) {

    static final int SAMPLE_RATE_HZ = 48_000;
    private static final int MUCH = 48;
    private static final FrameRate RATE = FrameRate.of(30, 1);

    static FilmContent of(Path film) throws IOException, MediaException, InterruptedException {
        Cancellation never = new Cancellation();
        MediaReaders readers = Services.get(MediaReaders.class);
        try (ByteSource bytes = FileByteSource.open(film)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
            List<int[]> frames = new ArrayList<>();
            try (FrameReader reader = readers.openFrames(bytes, info, info.video().orElseThrow().index(), 1, never)) {
                long count = RATE.nearestFrame(info.video().orElseThrow().duration());
                for (long i = 0; i < count; i++) {
                    try (VideoFrame frame = reader.frameAt(RATE.timeOf(i), never)) {
                        frames.add(brightness(frame));
                    }
                }
            }
            if (info.audio().isEmpty()) {
                return new FilmContent(frames, new float[0]);
            }
            float[] sound = new float[frames.size() * SAMPLE_RATE_HZ / 30];
            try (PcmReader reader = readers.openPcm(bytes, info, info.audio().orElseThrow().index(), SAMPLE_RATE_HZ, 1, never)) {
                reader.read(0, new float[][] { sound }, 0, sound.length, never);
            }
            return new FilmContent(frames, sound);
        }
    }

    private static int[] brightness(VideoFrame frame) {
        int width = frame.format().widthPx();
        int[] pixels = new int[width * frame.format().heightPx()];
        MemorySegment plane = frame.plane(0);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Byte.toUnsignedInt(plane.get(ValueLayout.JAVA_BYTE,
                    (long) i / width * frame.strideBytes(0) + i % width));
        }
        return pixels;
    }

    int frames() {
        return brightness.size();
    }

    /** How far a frame is on the average from a mixture of two others, of which the first has a weight of 0 to 1. */
    double distance(int frame, int[] first, int[] second, double weight) {
        int[] pixels = brightness.get(frame);
        double sum = 0;
        for (int i = 0; i < pixels.length; i++) {
            sum += Math.abs(pixels[i] - weight * first[i] - (1 - weight) * second[i]);
        }
        return sum / pixels.length;
    }

    /** How many pixels of a frame are much brighter than those of another. */
    int brighter(int frame, int[] other) {
        int[] pixels = brightness.get(frame);
        return (int) IntStream.range(0, pixels.length).filter(i -> pixels[i] > other[i] + MUCH).count();
    }
}
