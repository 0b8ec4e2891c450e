package org.reelbench.encoding.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** A frame whose first samples are a number, and whose leases are counted. Reading it after its lease was closed fails. */
final class CountedFrame implements VideoFrame {

    private final VideoFrame frame;
    private final Leases leases;
    private boolean closed;

    private CountedFrame(VideoFrame frame, Leases leases) {
        this.frame = frame;
        this.leases = leases;
        leases.open();
    }

    static CountedFrame of(long number, PictureFormat format, Leases leases) {
        return at(number, format, RationalTime.ZERO, 0, leases);
    }

    static CountedFrame at(long number, PictureFormat format, RationalTime time, int brightness, Leases leases) {
        MemoryFrame frame = MemoryFrame.allocate(format, time);
        frame.plane(0).fill((byte) brightness);
        frame.plane(0).set(ValueLayout.JAVA_LONG, 0, number);
        return new CountedFrame(frame, leases);
    }

    static long number(VideoFrame frame) {
        return frame.plane(0).get(ValueLayout.JAVA_LONG, 0);
    }

    @Override
    public PictureFormat format() {
        return frame.format();
    }

    @Override
    public RationalTime time() {
        return frame.time();
    }

    @Override
    public MemorySegment plane(int plane) {
        return frame.plane(plane);
    }

    @Override
    public int strideBytes(int plane) {
        return frame.strideBytes(plane);
    }

    @Override
    public VideoFrame retain() {
        return new CountedFrame(frame.retain(), leases);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            frame.close();
            leases.close();
        }
    }
}
