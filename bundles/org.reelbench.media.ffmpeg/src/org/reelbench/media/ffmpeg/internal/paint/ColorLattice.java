package org.reelbench.media.ffmpeg.internal.paint;

/**
 * What comes out for red, green and blue at the points of a cube, and between them.
 *
 * @param size how many points an edge of the cube has
 * @param values the three numbers of each point
 * @param redStep how many numbers it is from a point to the next one in red
 * @param greenStep likewise in green
 * @param blueStep likewise in blue
 */
public record ColorLattice(int size, float[] values, int redStep, int greenStep, int blueStep) {

    /** How many numbers a point has. */
    public static final int PARTS = 3;

    /**
     * Returns a lattice in which red changes fastest.
     *
     * @param size how many points an edge has
     * @param values the numbers
     * @return the lattice
     */
    public static ColorLattice redFirst(int size, float[] values) {
        return new ColorLattice(size, values, PARTS, PARTS * size, PARTS * size * size);
    }

    /**
     * Returns a lattice in which blue changes fastest.
     *
     * @param size how many points an edge has
     * @param values the numbers
     * @return the lattice
     */
    static ColorLattice blueFirst(int size, float[] values) {
        return new ColorLattice(size, values, PARTS * size * size, PARTS * size, PARTS);
    }

    /**
     * Looks a colour up, between the points by the tetrahedron it lies in, which keeps greys grey.
     *
     * @param red 0 to 1; what lies beyond counts as the end
     * @param green likewise
     * @param blue likewise
     * @param into takes what comes out
     */
    public void look(double red, double green, double blue, double[] into) {
        int last = size - 1;
        double r = Math.clamp(red, 0, 1) * last;
        double g = Math.clamp(green, 0, 1) * last;
        double b = Math.clamp(blue, 0, 1) * last;
        int cellR = Math.min((int) r, last - 1);
        int cellG = Math.min((int) g, last - 1);
        int cellB = Math.min((int) b, last - 1);
        double partR = r - cellR;
        double partG = g - cellG;
        double partB = b - cellB;
        int near = cellR * redStep + cellG * greenStep + cellB * blueStep;
        // The way from the near to the far corner goes along the edges in the order of how far the colour lies along each.
        if (partR >= partG) {
            if (partG >= partB) {
                mix(near, redStep, redStep + greenStep, partR, partG, partB, into);
            } else if (partR >= partB) {
                mix(near, redStep, redStep + blueStep, partR, partB, partG, into);
            } else {
                mix(near, blueStep, blueStep + redStep, partB, partR, partG, into);
            }
        } else if (partR >= partB) {
            mix(near, greenStep, greenStep + redStep, partG, partR, partB, into);
        } else if (partG >= partB) {
            mix(near, greenStep, greenStep + blueStep, partG, partB, partR, into);
        } else {
            mix(near, blueStep, blueStep + greenStep, partB, partG, partR, into);
        }
    }

    private void mix(int near, int first, int second, double most, double middle, double least, double[] into) {
        int far = near + redStep + greenStep + blueStep;
        for (int i = 0; i < PARTS; i++) {
            into[i] = values[near + i] * (1 - most) + values[near + first + i] * (most - middle)
                    + values[near + second + i] * (middle - least) + values[far + i] * least;
        }
    }
}
