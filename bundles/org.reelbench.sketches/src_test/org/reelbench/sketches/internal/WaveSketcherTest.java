package org.reelbench.sketches.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.PcmReader;
import org.reelbench.sketches.Waves;
import org.reelbench.time.RationalTime;

class WaveSketcherTest {

    /** A sound whose sample number tells its value: a click at one sample, silence elsewhere. */
    private record Click(long sample, float value) implements PcmReader {

        @Override
        public AudioStreamInfo stream() {
            return new AudioStreamInfo(0, "pcm", Waves.RATE_HZ, 2, RationalTime.ZERO, RationalTime.ZERO);
        }

        @Override
        public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation) {
            for (int i = 0; i < count; i++) {
                channels[0][offset + i] = 0;
                channels[1][offset + i] = firstSample + i == sample ? value : 0;
            }
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    @Test
    void aSingleSampleIsSeenAtEveryLevel() throws Exception {
        long pieceSamples = (long) Waves.COLUMNS * Waves.FINEST_SAMPLES;
        long sample = 2 * pieceSamples + 77 * Waves.FINEST_SAMPLES + 5;
        List<Waves> finest = new ArrayList<>();
        for (int piece = 0; piece < 4; piece++) {
            finest.add(WaveSketcher.finest(new Click(sample, -0.5f), piece, new Cancellation()));
        }
        assertEquals(-0.5f, finest.get(2).least(77), 0.01f);
        assertEquals(0, finest.get(2).least(76));
        assertEquals(0, finest.get(1).least(77));
        Waves coarser = WaveSketcher.coarser(finest::get);
        int column = (int) (sample / Waves.samplesPerColumn(1));
        assertEquals(-0.5f, coarser.least(column), 0.01f);
        assertEquals(0, coarser.greatest(column));
        assertEquals(0, coarser.least(column + 1));
    }

    @Test
    void whatIsHeardIsSeenHoweverSoft() throws Exception {
        Waves waves = WaveSketcher.finest(new Click(3, 0.0001f), 0, new Cancellation());
        assertTrue(waves.greatest(0) > 0);
    }

    @Test
    void stopsWhenNobodyLooksAnyMore() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThrows(CancelledException.class, () -> WaveSketcher.finest(new Click(0, 1), 0, cancelled));
    }

    @Test
    void columnsAreNeverWiderThanPixels() {
        assertEquals(0, Waves.levelFor(10));
        assertEquals(0, Waves.levelFor(1023));
        assertEquals(1, Waves.levelFor(1024));
        assertEquals(2, Waves.levelFor(5000));
        assertEquals(Waves.MOST_LEVEL, Waves.levelFor(1e12));
    }
}
