package org.reelbench.capture.internal.pipeline;

import java.util.function.BooleanSupplier;

/** Keeps pictures and sound of devices that wait for us together, as each of them would run ahead alone. For every thread. */
final class Pace {

    private static final long MOST_AHEAD_NS = 500_000_000L;
    private static final long LOOK_MS = 100;
    private static final long OVER = Long.MAX_VALUE;

    private long picturesNs;
    private long soundNs;

    Pace(boolean pictures, boolean sound) {
        picturesNs = pictures ? 0 : OVER;
        soundNs = sound ? 0 : OVER;
    }

    /** Pictures have come so far; waits while sound is far behind. */
    synchronized void pictures(long ns, BooleanSupplier stopped) {
        picturesNs = Math.max(picturesNs, ns);
        notifyAll();
        while (soundNs < picturesNs - MOST_AHEAD_NS && !stopped.getAsBoolean()) {
            await();
        }
    }

    /** Sound has come so far; waits while pictures are far behind. */
    synchronized void sound(long ns, BooleanSupplier stopped) {
        soundNs = Math.max(soundNs, ns);
        notifyAll();
        while (picturesNs < soundNs - MOST_AHEAD_NS && !stopped.getAsBoolean()) {
            await();
        }
    }

    synchronized void picturesOver() {
        picturesNs = OVER;
        notifyAll();
    }

    synchronized void soundOver() {
        soundNs = OVER;
        notifyAll();
    }

    synchronized boolean allOver() {
        return picturesNs == OVER && soundNs == OVER;
    }

    private void await() {
        Waiting.on(this, LOOK_MS);
    }
}
