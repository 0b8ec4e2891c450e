package org.reelbench.demo.internal.verify;

import org.reelbench.demo.internal.film.Box;

/**
 * A test card that must be read in a picture of the film.
 *
 * @param layer the layer it is on, for people
 * @param source the source id it must show
 * @param frameNumber the frame of the source it must show
 * @param box where it lies
 * @param opacity how much of what lies below it is covered, 0 to 1
 */
record Card(String layer, int source, long frameNumber, Box box, double opacity) {

    @Override
    public String toString() {
        return "source " + source + " frame " + frameNumber;
    }
}
