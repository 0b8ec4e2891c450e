package org.reelbench.media;

/** How the samples of a picture lie in memory. */
public enum PixelFormat {

    /** 8 bit Y, U, V planes, colour at half width and half height. */
    YUV420P(3, 1, 1, 1, false),
    /** {@link #YUV420P} with an 8 bit alpha plane, straight. */
    YUVA420P(4, 1, 1, 1, true),
    /** 8 bit Y, U, V planes, colour at half width. */
    YUV422P(3, 1, 1, 0, false),
    /** 8 bit Y, U, V planes of one size. */
    YUV444P(3, 1, 0, 0, false),
    /** {@link #YUV444P} with an 8 bit alpha plane, straight. */
    YUVA444P(4, 1, 0, 0, true),
    /** One plane of 8 bit grey. */
    GRAY8(1, 1, 0, 0, false),
    /** One plane, 8 bit blue, green, red, alpha (straight) in this order. */
    BGRA(1, 4, 0, 0, true),
    /** One plane, 8 bit red, green, blue, alpha (straight) in this order. */
    RGBA(1, 4, 0, 0, true),
    /** Any other format the decoder delivers: the composer understands it, planes are not to be read. */
    NATIVE(0, 0, 0, 0, false);

    private final int planes;
    private final int bytesPerSample;
    private final int chromaShiftX;
    private final int chromaShiftY;
    private final boolean alpha;

    PixelFormat(int planes, int bytesPerSample, int chromaShiftX, int chromaShiftY, boolean alpha) {
        this.planes = planes;
        this.bytesPerSample = bytesPerSample;
        this.chromaShiftX = chromaShiftX;
        this.chromaShiftY = chromaShiftY;
        this.alpha = alpha;
    }

    /**
     * Returns how many planes a picture has.
     *
     * @return 1 to 4, or 0 for {@link #NATIVE}
     */
    public int planes() {
        return planes;
    }

    /**
     * Tells whether pictures carry transparency.
     *
     * @return true if there is an alpha plane or byte
     */
    public boolean hasAlpha() {
        return alpha;
    }

    /**
     * Returns the width of a plane's rows.
     *
     * @param plane the plane, from 0
     * @param widthPx the picture's width in pixels
     * @return the width in bytes, without padding
     */
    public int rowBytes(int plane, int widthPx) {
        return isChroma(plane) ? Math.ceilDiv(widthPx, 1 << chromaShiftX) * bytesPerSample : widthPx * bytesPerSample;
    }

    /**
     * Returns the height of a plane.
     *
     * @param plane the plane, from 0
     * @param heightPx the picture's height in pixels
     * @return its number of rows
     */
    public int rows(int plane, int heightPx) {
        return isChroma(plane) ? Math.ceilDiv(heightPx, 1 << chromaShiftY) : heightPx;
    }

    private boolean isChroma(int plane) {
        return plane == 1 || plane == 2;
    }
}
