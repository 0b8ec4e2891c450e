package org.reelbench.encoding.internal.segment;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentKind;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.PcmReader;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * Looks at a segment before it is kept: whoever made it may have lied, and encoders of devices do not always make a picture a
 * sync sample that was to be one. It is decoded from its first picture to its last.
 */
public final class SegmentCheck {

    private static final int BLOCK_SAMPLES = 8192;

    private final MediaProbe probe;
    private final MediaReaders readers;

    /**
     * Creates a check.
     *
     * @param probe finds out what a segment is
     * @param readers decode it
     */
    public SegmentCheck(MediaProbe probe, MediaReaders readers) {
        this.probe = probe;
        this.readers = readers;
    }

    /** Takes each picture of a segment in turn. */
    @FunctionalInterface
    public interface Look {

        /**
         * Looks at a picture.
         *
         * @param number which, from 0
         * @param picture the picture, which goes when the call returns
         * @throws DamagedSegment if it is not what it should be
         * @throws MediaException if that cannot be found out
         */
        void at(long number, VideoFrame picture) throws DamagedSegment, MediaException;
    }

    /** Checks a segment that was just made. */
    void check(PreviewSegment segment, GrowingBytes bytes, Cancellation cancellation) throws DamagedSegment {
        List<Fragment> fragments = bytes.facts();
        if (fragments.isEmpty()) {
            throw new DamagedSegment("it has no fragment");
        }
        long ticks = 0;
        long samples = 0;
        for (Fragment fragment : fragments) {
            if (fragment.stamp().timeTicks() != ticks) {
                throw new DamagedSegment("a fragment begins at " + fragment.stamp().timeTicks() + " instead of " + ticks);
            }
            ticks += fragment.durationTicks();
            samples += fragment.samples();
        }
        if (ticks != segment.durationTicks()) {
            throw new DamagedSegment("it lasts " + ticks + " ticks instead of " + segment.durationTicks());
        }
        if (!fragments.getFirst().beginsWithSync()) {
            throw new DamagedSegment("its first picture is no sync sample");
        }
        if (segment.kind() == SegmentKind.PICTURE && samples != segment.end() - segment.start()) {
            throw new DamagedSegment("it has " + samples + " pictures instead of " + (segment.end() - segment.start()));
        }
        try {
            byte[] init = bytes.init().bytes();
            if (Inits.ticksPerSecond(init) != segment.ticksPerSecond()) {
                throw new DamagedSegment("its clock is another");
            }
            decode(segment.id(), init, bytes.body(), cancellation, (_, _) -> {
                // that it can be decoded is all
            });
        } catch (IOException e) {
            throw new DamagedSegment("it cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Decodes a segment.
     *
     * @param name what it is called in messages
     * @param init the init segment
     * @param body the fragments
     * @param cancellation asks to stop
     * @param look sees each picture
     * @throws DamagedSegment if it is no segment, cannot be decoded, or the look says so
     */
    public void decode(String name, byte[] init, byte[] body, Cancellation cancellation, Look look) throws DamagedSegment {
        long ticks = 0;
        long samples = 0;
        for (Fragment fragment : Fragment.all(body)) {
            ticks += fragment.durationTicks();
            samples += fragment.samples();
        }
        byte[] whole = Arrays.copyOf(init, init.length + body.length);
        System.arraycopy(body, 0, whole, init.length, body.length);
        try (MemoryBytes source = new MemoryBytes(name, whole)) {
            MediaInfo info = probe.probe(source, cancellation);
            VideoStreamInfo video = info.video().orElse(null);
            if (video != null && samples > 0) {
                Rational each = Rational.of(ticks, Inits.ticksPerSecond(init)).dividedBy(Rational.of(samples));
                decodePictures(source, info, video, samples, each, cancellation, look);
            } else {
                decodeSound(source, info, ticks, cancellation);
            }
        } catch (MediaException e) {
            throw new DamagedSegment("it cannot be decoded: " + e.explanation(), e);
        }
    }

    private void decodePictures(MemoryBytes source, MediaInfo info, VideoStreamInfo video, long count, Rational each,
            Cancellation cancellation, Look look) throws MediaException, DamagedSegment {
        try (FrameReader reader = readers.openFrames(source, info, video.index(), 1, cancellation)) {
            for (long number = 0; number < count; number++) {
                // The middle of a picture: its start may have been rounded up.
                Rational middle = each.times(Rational.of(2 * number + 1, 2));
                try (VideoFrame picture = reader.frameAt(new RationalTime(middle), cancellation)) {
                    look.at(number, picture);
                }
            }
            if (reader.decodedFrames() != count) {
                throw new DamagedSegment("of " + count + " pictures " + reader.decodedFrames() + " can be decoded");
            }
        }
    }

    private void decodeSound(MemoryBytes source, MediaInfo info, long samples, Cancellation cancellation)
            throws MediaException, DamagedSegment {
        AudioStreamInfo audio = info.audio().orElseThrow(() -> new DamagedSegment("it holds nothing"));
        float[][] block = new float[Math.min(2, audio.channels())][BLOCK_SAMPLES];
        try (PcmReader reader = readers.openPcm(source, info, audio.index(), audio.sampleRateHz(), block.length, cancellation)) {
            for (long at = 0; at < samples; at += BLOCK_SAMPLES) {
                reader.read(at, block, 0, BLOCK_SAMPLES, cancellation);
            }
        }
    }
}
