package org.reelbench.media.ffmpeg.internal.paint;

import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;

/**
 * Luma and chroma of 8 bits to red, green and blue from 0 to 1 and back. Source: ITU-R BT.601, BT.709 and BT.2020.
 */
public final class ColorMatrix {

    private static final double CHROMA_ZERO = 128;
    private static final double FULL_SCALE = 255;
    private static final double LIMITED_BLACK = 16;
    private static final double LIMITED_SCALE = 219;
    private static final double LIMITED_CHROMA_SCALE = 224;

    private final double red;
    private final double green;
    private final double blue;
    private final double black;
    private final double scale;
    private final double chromaScale;

    /**
     * Creates the conversion.
     *
     * @param color what the numbers mean; not red, green and blue themselves
     */
    public ColorMatrix(ColorDescription color) {
        Matrix matrix = color.matrix();
        red = matrix == Matrix.BT601 ? 0.299 : matrix == Matrix.BT709 ? 0.2126 : 0.2627;
        blue = matrix == Matrix.BT601 ? 0.114 : matrix == Matrix.BT709 ? 0.0722 : 0.0593;
        green = 1 - red - blue;
        boolean full = color.range() == Range.FULL;
        black = full ? 0 : LIMITED_BLACK;
        scale = full ? FULL_SCALE : LIMITED_SCALE;
        chromaScale = full ? FULL_SCALE : LIMITED_CHROMA_SCALE;
    }

    /**
     * Converts to red, green and blue.
     *
     * @param luma the light
     * @param cb the first colour
     * @param cr the second colour
     * @param rgb takes three numbers
     */
    public void toRgb(double luma, double cb, double cr, double[] rgb) {
        double y = (luma - black) / scale;
        double b = y + (cb - CHROMA_ZERO) / chromaScale * 2 * (1 - blue);
        double r = y + (cr - CHROMA_ZERO) / chromaScale * 2 * (1 - red);
        rgb[0] = r;
        rgb[1] = (y - red * r - blue * b) / green;
        rgb[2] = b;
    }

    /**
     * Converts the difference of two colours back.
     *
     * @param rgb red, green and blue
     * @param yuv takes luma and both chromas, without the offsets of black and grey
     */
    public void differenceOf(double[] rgb, double[] yuv) {
        double y = red * rgb[0] + green * rgb[1] + blue * rgb[2];
        yuv[0] = y * scale;
        yuv[1] = (rgb[2] - y) / (2 * (1 - blue)) * chromaScale;
        yuv[2] = (rgb[0] - y) / (2 * (1 - red)) * chromaScale;
    }

    /**
     * Converts back.
     *
     * @param rgb red, green and blue
     * @param yuv takes luma and both chromas
     */
    public void toYuv(double[] rgb, double[] yuv) {
        differenceOf(rgb, yuv);
        yuv[0] += black;
        yuv[1] += CHROMA_ZERO;
        yuv[2] += CHROMA_ZERO;
    }

    /**
     * Converts a row to red, green and blue.
     *
     * @param luma the light
     * @param cb the first colour, one for each pixel
     * @param cr the second colour
     * @param rgb takes three rows
     */
    void toRgb(float[] luma, float[] cb, float[] cr, float[][] rgb) {
        float unit = (float) (1 / scale);
        float zero = (float) black;
        float toBlue = (float) (2 * (1 - blue) / chromaScale);
        float toRed = (float) (2 * (1 - red) / chromaScale);
        float redPart = (float) (red / green);
        float bluePart = (float) (blue / green);
        float lumaPart = (float) (1 / green);
        float[] r = rgb[0];
        float[] g = rgb[1];
        float[] b = rgb[2];
        for (int x = 0; x < luma.length; x++) {
            float y = (luma[x] - zero) * unit;
            float redness = y + (cr[x] - (float) CHROMA_ZERO) * toRed;
            float blueness = y + (cb[x] - (float) CHROMA_ZERO) * toBlue;
            r[x] = redness;
            b[x] = blueness;
            g[x] = y * lumaPart - redness * redPart - blueness * bluePart;
        }
    }

    /**
     * Converts a row of differences of colours back.
     *
     * @param rgb three rows
     * @param luma takes the light, without black
     * @param cb takes the first colour, without grey
     * @param cr takes the second colour, without grey
     */
    void differencesOf(float[][] rgb, float[] luma, float[] cb, float[] cr) {
        float redPart = (float) red;
        float greenPart = (float) green;
        float bluePart = (float) blue;
        float toLuma = (float) scale;
        float toCb = (float) (chromaScale / (2 * (1 - blue)));
        float toCr = (float) (chromaScale / (2 * (1 - red)));
        float[] r = rgb[0];
        float[] g = rgb[1];
        float[] b = rgb[2];
        for (int x = 0; x < luma.length; x++) {
            float y = redPart * r[x] + greenPart * g[x] + bluePart * b[x];
            luma[x] = y * toLuma;
            cb[x] = (b[x] - y) * toCb;
            cr[x] = (r[x] - y) * toCr;
        }
    }
}
