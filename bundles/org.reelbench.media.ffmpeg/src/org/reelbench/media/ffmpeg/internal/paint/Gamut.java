package org.reelbench.media.ffmpeg.internal.paint;

import org.reelbench.media.ColorDescription.Primaries;

/**
 * Red, green and blue light of one set of primaries as that of another. Source: the chromaticities in ITU-R BT.601, BT.709,
 * BT.2020 and SMPTE EG 432-1, and SMPTE RP 177 for the arithmetic.
 */
final class Gamut {

    private static final double WHITE_X = 0.3127;
    private static final double WHITE_Y = 0.3290;

    private Gamut() {
    }

    /** Returns the matrix from one set of primaries to another, row by row. */
    static double[][] matrix(Primaries from, Primaries to) {
        return product(inverse(toXyz(to)), toXyz(from));
    }

    /** Returns how much red, green and blue add to luminance. */
    static double[] luminance(Primaries primaries) {
        return toXyz(primaries)[1];
    }

    private static double[] chromaticities(Primaries primaries) {
        return switch (primaries) {
        case BT709 -> new double[] { 0.640, 0.330, 0.300, 0.600, 0.150, 0.060 };
        case BT601_525 -> new double[] { 0.630, 0.340, 0.310, 0.595, 0.155, 0.070 };
        case BT601_625 -> new double[] { 0.640, 0.330, 0.290, 0.600, 0.150, 0.060 };
        case BT2020 -> new double[] { 0.708, 0.292, 0.170, 0.797, 0.131, 0.046 };
        case P3 -> new double[] { 0.680, 0.320, 0.265, 0.690, 0.150, 0.060 };
        };
    }

    private static double[][] toXyz(Primaries primaries) {
        double[] xy = chromaticities(primaries);
        double[][] columns = new double[3][3];
        for (int i = 0; i < 3; i++) {
            double x = xy[2 * i];
            double y = xy[2 * i + 1];
            columns[0][i] = x / y;
            columns[1][i] = 1;
            columns[2][i] = (1 - x - y) / y;
        }
        double[] white = { WHITE_X / WHITE_Y, 1, (1 - WHITE_X - WHITE_Y) / WHITE_Y };
        double[] scale = apply(inverse(columns), white);
        for (double[] row : columns) {
            for (int i = 0; i < 3; i++) {
                row[i] *= scale[i];
            }
        }
        return columns;
    }

    /** Multiplies a matrix with a vector. */
    static double[] apply(double[][] matrix, double[] vector) {
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            result[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
        }
        return result;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
            }
        }
        return product;
    }

    private static double[][] inverse(double[][] m) {
        double[][] inverse = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int a = (j + 1) % 3;
                int b = (j + 2) % 3;
                int c = (i + 1) % 3;
                int d = (i + 2) % 3;
                inverse[i][j] = m[a][c] * m[b][d] - m[a][d] * m[b][c];
            }
        }
        double determinant = m[0][0] * inverse[0][0] + m[0][1] * inverse[1][0] + m[0][2] * inverse[2][0];
        for (double[] row : inverse) {
            for (int j = 0; j < 3; j++) {
                row[j] /= determinant;
            }
        }
        return inverse;
    }
}
