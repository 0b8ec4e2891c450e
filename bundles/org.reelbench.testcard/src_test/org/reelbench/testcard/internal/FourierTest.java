package org.reelbench.testcard.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;

class FourierTest {

    @Test
    void theTransformIsTheSumThatDefinesIt() {
        Random random = new Random(1);
        for (int length = 2; length <= 256; length *= 2) {
            double[] re = random.doubles(length).toArray();
            double[] im = random.doubles(length).toArray();
            double[] expectedRe = new double[length];
            double[] expectedIm = new double[length];
            for (int k = 0; k < length; k++) {
                for (int n = 0; n < length; n++) {
                    double angle = -2 * Math.PI * k * n / length;
                    expectedRe[k] += re[n] * Math.cos(angle) - im[n] * Math.sin(angle);
                    expectedIm[k] += re[n] * Math.sin(angle) + im[n] * Math.cos(angle);
                }
            }
            new Fourier(length).forward(re, im);
            assertArrayEquals(expectedRe, re, 1e-9);
            assertArrayEquals(expectedIm, im, 1e-9);
        }
    }

    @Test
    void theInverseUndoesTheTransform() {
        double[] re = new Random(2).doubles(1024).toArray();
        double[] im = new Random(3).doubles(1024).toArray();
        double[] re2 = re.clone();
        double[] im2 = im.clone();
        Fourier fourier = new Fourier(1024);
        fourier.forward(re2, im2);
        fourier.inverse(re2, im2);
        assertArrayEquals(re, re2, 1e-12);
        assertArrayEquals(im, im2, 1e-12);
    }

    @Test
    void lengthsArePowersOfTwo() {
        assertEquals(2, Fourier.lengthFor(1));
        assertEquals(1024, Fourier.lengthFor(1024));
        assertEquals(2048, Fourier.lengthFor(1025));
        assertThrows(IllegalArgumentException.class, () -> new Fourier(1000));
    }
}
