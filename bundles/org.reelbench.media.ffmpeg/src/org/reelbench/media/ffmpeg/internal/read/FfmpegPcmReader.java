package org.reelbench.media.ffmpeg.internal.read;

import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.PcmReader;
import org.reelbench.time.Rational;

/**
 * Delivers samples at the asked rate. Resampling begins on a grid on which samples of both rates fall together, so the phases of
 * the filter do not depend on where reading began, and a filter's length early, so neither do the samples.
 */
final class FfmpegPcmReader implements PcmReader {

    private static final int FEED_SAMPLES = 1024;
    /** Twice the filter's length at equal rates. */
    private static final int LEAD_IN_SAMPLES = 64;
    /** What was asked for may lie this far ahead before starting anew is cheaper. */
    private static final int READ_ON_SAMPLES = 1 << 16;

    private final SampleStream samples;
    private final AudioStreamInfo stream;
    private final String medium;
    private final long firstSample;
    private final @Nullable Resampler resampler;
    private final int sourceStep;
    private final int targetStep;
    private final long leadInSamples;
    private final float[][] feed;
    private final float[][] ready;

    private long feedAt;
    private long readyStart;
    private long readyEnd;
    private boolean started;
    private boolean closed;

    /**
     * Takes over the samples.
     *
     * @param samples the stream's samples at its own rate
     * @param stream the stream
     * @param sourceHz the stream's rate
     * @param targetHz the rate delivered
     * @param channels how many channels
     * @param medium the name of the medium
     * @throws MediaException if the rates cannot be converted
     */
    FfmpegPcmReader(SampleStream samples, AudioStreamInfo stream, int sourceHz, int targetHz, int channels, String medium)
            throws MediaException {
        this.samples = samples;
        this.stream = stream;
        this.medium = medium;
        firstSample = stream.start().ticksRound(targetHz);
        Rational ratio = Rational.of(targetHz, sourceHz);
        targetStep = Math.toIntExact(ratio.numerator());
        sourceStep = Math.toIntExact(ratio.denominator());
        leadInSamples = LEAD_IN_SAMPLES * Math.max(1L, Math.ceilDiv(sourceHz, targetHz));
        resampler = sourceHz == targetHz ? null : new Resampler(sourceHz, targetHz, channels, FEED_SAMPLES, medium);
        feed = new float[channels][FEED_SAMPLES];
        ready = new float[channels][resampler == null ? 0 : resampler.capacityOut()];
    }

    @Override
    public AudioStreamInfo stream() {
        return stream;
    }

    @Override
    public void read(long first, float[][] channels, int offset, int count, Cancellation cancellation) throws MediaException {
        if (closed) {
            throw new IllegalStateException("the reader is closed");
        }
        if (channels.length != feed.length) {
            throw new IllegalArgumentException("this reader delivers " + feed.length + " channels, not " + channels.length);
        }
        for (float[] channel : channels) {
            Objects.checkFromIndexSize(offset, count, channel.length);
        }
        cancellation.check();
        try {
            long own = Math.subtractExact(first, firstSample);
            Resampler open = resampler;
            if (open == null) {
                samples.read(own, channels, offset, count, cancellation);
            } else {
                read(open, own, channels, offset, count, cancellation);
            }
        } catch (ArithmeticException e) {
            throw new MediaException(MediaException.Reason.DAMAGED, medium,
                    "its time stamps lie beyond all sense; copy it again from where it came", e);
        }
    }

    private void read(Resampler open, long first, float[][] channels, int offset, int count, Cancellation cancellation)
            throws MediaException {
        long at = first;
        long end = first + count;
        while (at < end) {
            if (!started || at < readyStart || at - readyEnd > READ_ON_SAMPLES) {
                start(open, at);
            }
            if (at >= readyEnd) {
                advance(open, cancellation);
                continue;
            }
            int copied = (int) (Math.min(readyEnd, end) - at);
            for (int i = 0; i < channels.length; i++) {
                System.arraycopy(ready[i], (int) (at - readyStart), channels[i], offset + (int) (at - first), copied);
            }
            at += copied;
        }
    }

    private void start(Resampler open, long target) {
        long source = Math.floorDiv(Math.multiplyExact(target, sourceStep), targetStep) - leadInSamples;
        long step = Math.floorDiv(source, sourceStep);
        open.restart();
        feedAt = step * sourceStep;
        readyStart = step * targetStep;
        readyEnd = readyStart;
        started = true;
    }

    private void advance(Resampler open, Cancellation cancellation) throws MediaException {
        samples.read(feedAt, feed, 0, FEED_SAMPLES, cancellation);
        feedAt += FEED_SAMPLES;
        readyStart = readyEnd;
        readyEnd += open.resample(feed, FEED_SAMPLES, ready, 0);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Resampler open = resampler;
            if (open != null) {
                open.close();
            }
            samples.close();
        }
    }
}
