package org.reelbench.render.internal;

import java.lang.foreign.MemorySegment;

import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** A frame whose samples are a text, and whose leases are counted. Reading it after its lease was closed fails. */
final class CountedFrame implements FrameWith {

    private final VideoFrame frame;
    private final Leases leases;
    private boolean closed;

    private CountedFrame(VideoFrame frame, Leases leases) {
        this.frame = frame;
        this.leases = leases;
        leases.open();
    }

    static CountedFrame of(String text, PictureFormat format, RationalTime time, Leases leases) {
        MemoryFrame frame = MemoryFrame.allocate(format, time);
        frame.plane(0).setString(0, text);
        return new CountedFrame(frame, leases);
    }

    /** What a frame shows: its text, or the luma of one that was drawn. */
    static String text(VideoFrame frame) {
        MemorySegment samples = frame.plane(0);
        return frame instanceof CountedFrame
                ? samples.getString(0)
                : "luma " + (samples.get(java.lang.foreign.ValueLayout.JAVA_BYTE, 0) & 0xff);
    }

    @Override
    public VideoFrame frame() {
        return frame;
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
