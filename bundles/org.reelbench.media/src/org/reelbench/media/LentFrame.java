package org.reelbench.media;

import java.lang.foreign.MemorySegment;

import org.reelbench.plugins.PluginCalls;
import org.reelbench.time.RationalTime;

/**
 * A lease on a picture that is in the hands of a plug-in: as long as it is open, and each lease that is taken from it, people see
 * that the plug-in holds the picture.
 * <p>
 * Threads as of the picture it was made of. Whoever lends it closes it; the leases that the plug-in takes itself are its own to close.
 *
 * <pre>{@code
 * try (VideoFrame lent = LentFrame.of(frame.retain(), encoder, calls)) {
 *     encoder.encode(lent, ptsTicks, sync, sink);
 * }
 * }</pre>
 */
public final class LentFrame implements VideoFrame {

    private final VideoFrame picture;
    private final Object provider;
    private final PluginCalls calls;
    private final PluginCalls.Loan loan;

    private LentFrame(VideoFrame picture, Object provider, PluginCalls calls) {
        this.picture = picture;
        this.provider = provider;
        this.calls = calls;
        int planes = picture.format().pixelFormat().planes();
        long bytes = 0;
        for (int plane = 0; plane < planes; plane++) {
            bytes += picture.plane(plane).byteSize();
        }
        loan = calls.lend(provider, planes == 0 ? 0 : picture.plane(0).address(), bytes);
    }

    /**
     * Lends a picture. One whose samples cannot be read ({@link PixelFormat#NATIVE}) counts nothing: nobody knows its size.
     *
     * @param lease the picture; it is taken over, and closed with what is returned
     * @param provider an object of whoever gets it
     * @param calls whose guard knows the plug-in
     * @return the lease to be handed out, to be closed by the caller; if no plug-in brought the provider, the lease itself
     */
    public static VideoFrame of(VideoFrame lease, Object provider, PluginCalls calls) {
        return calls.owner(provider).isEmpty() ? lease : new LentFrame(lease, provider, calls);
    }

    /**
     * Returns the picture as it was before it was lent.
     *
     * @return the lease that was taken over, which stays this one's
     */
    public VideoFrame picture() {
        return picture;
    }

    @Override
    public PictureFormat format() {
        return picture.format();
    }

    @Override
    public RationalTime time() {
        return picture.time();
    }

    @Override
    public MemorySegment plane(int plane) {
        return picture.plane(plane);
    }

    @Override
    public int strideBytes(int plane) {
        return picture.strideBytes(plane);
    }

    @Override
    public VideoFrame retain() {
        return new LentFrame(picture.retain(), provider, calls);
    }

    @Override
    public void close() {
        picture.close();
        loan.close();
    }
}
