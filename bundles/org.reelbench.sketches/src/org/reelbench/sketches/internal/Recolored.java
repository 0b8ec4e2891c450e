package org.reelbench.sketches.internal;

import java.lang.foreign.MemorySegment;

import org.reelbench.media.ColorDescription;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/**
 * A picture whose colours are said to be others than it says; closing it closes the picture.
 *
 * @param picture the picture
 * @param format its format, with those colours
 */
record Recolored(VideoFrame picture, PictureFormat format) implements VideoFrame {

    /** Returns the picture, or the picture itself if that says so or its samples are not ours to read. */
    static VideoFrame of(VideoFrame picture, ColorDescription color) {
        PictureFormat said = picture.format();
        return said.pixelFormat() == PixelFormat.NATIVE || said.color().equals(color)
                ? picture
                : new Recolored(picture,
                        new PictureFormat(said.widthPx(), said.heightPx(), said.pixelFormat(), said.nativeFormat(), color));
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
        return new Recolored(picture.retain(), format);
    }

    @Override
    public void close() {
        picture.close();
    }
}
