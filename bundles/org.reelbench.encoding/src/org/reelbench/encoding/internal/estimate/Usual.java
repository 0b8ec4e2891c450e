package org.reelbench.encoding.internal.estimate;

/**
 * What an encoder of pictures usually takes where nothing is known of this machine and this film.
 *
 * @param bitsPerPixel of each pixel of each frame, where no bit rate is wanted
 * @param pixelsPerSecond on two processors of some years ago
 */
record Usual(double bitsPerPixel, double pixelsPerSecond) {

    /** The machine on which the speeds were seen. */
    static final int PROCESSORS = 2;

    static Usual of(String encoder) {
        return switch (encoder) {
        case "libx264" -> new Usual(0.15, 30e6);
        case "libopenh264" -> new Usual(0.2, 60e6);
        case "libvpx-vp9" -> new Usual(0.08, 12e6);
        case "libsvtav1" -> new Usual(0.05, 12e6);
        case "ffv1" -> new Usual(5, 60e6);
        case "prores_ks" -> new Usual(3.5, 30e6);
        case "dnxhd" -> new Usual(3.5, 80e6);
        case "png" -> new Usual(9, 20e6);
        case "mjpeg" -> new Usual(1.5, 90e6);
        default -> new Usual(0.2, 90e6);
        };
    }
}
