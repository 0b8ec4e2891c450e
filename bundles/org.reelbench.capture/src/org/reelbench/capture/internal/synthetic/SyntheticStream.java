package org.reelbench.capture.internal.synthetic;

/** What counts from the last start, as fast as its metronome says. One thread reads, any other stops or closes. */
abstract class SyntheticStream {

    private final Metronome metronome;
    private final int source;
    private long next;
    private volatile boolean closed;

    /**
     * Creates a stream that is stopped.
     *
     * @param live whether it goes its own way, as devices do
     * @param seconds after how long it is at its end
     * @param source the number that it carries
     */
    SyntheticStream(boolean live, double seconds, int source) {
        this.source = source;
        metronome = new Metronome(live, seconds);
    }

    final Metronome metronome() {
        return metronome;
    }

    final int source() {
        return source;
    }

    /** What comes next, counted from the last start. */
    final long next() {
        return next;
    }

    final void goOnAt(long number) {
        next = number;
    }

    public final boolean isLive() {
        return metronome.isLive();
    }

    public final boolean isHealthy() {
        return !closed;
    }

    public final void start() {
        next = 0;
        metronome.start();
    }

    public final void stop() {
        metronome.stop();
    }

    public final void close() {
        closed = true;
        stop();
    }
}
