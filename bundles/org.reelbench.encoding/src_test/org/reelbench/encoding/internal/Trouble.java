package org.reelbench.encoding.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.reelbench.media.MediaException;

/** Where and how the fakes of a test fail or wait; places have names such as {@code encode 12} or {@code open muxer}. */
final class Trouble {

    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
    private final Map<String, Stop> stops = new ConcurrentHashMap<>();

    /** A place where work waits until the test lets it go on. */
    static final class Stop {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        void awaitReached() throws InterruptedException {
            if (!reached.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("the work never came here");
            }
        }

        void goOn() {
            goOn.countDown();
        }
    }

    void fail(String place, Throwable failure) {
        failures.put(place, failure);
    }

    Stop stop(String place) {
        Stop stop = new Stop();
        stops.put(place, stop);
        return stop;
    }

    /** Called by the fakes where work passes a place. */
    void pass(String place) throws MediaException {
        Stop stop = stops.get(place);
        if (stop != null) {
            stop.reached.countDown();
            try {
                if (!stop.goOn.await(30, TimeUnit.SECONDS)) {
                    throw new AssertionError("nobody let the work at '" + place + "' go on");
                }
            } catch (InterruptedException e) {
                throw new AssertionError("the work must not be interrupted", e);
            }
        }
        Throwable failure = failures.get(place);
        switch (failure) {
        case null -> {
            // all is well here
        }
        case MediaException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new AssertionError(failure);
        }
    }
}
