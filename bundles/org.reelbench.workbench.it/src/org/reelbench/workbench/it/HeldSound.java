package org.reelbench.workbench.it;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.media.AudioSink;
import org.reelbench.media.AudioSinks;

/** A sound device that plays as far as it is told, and takes all that is written to it. Playback goes by its clock. */
final class HeldSound implements AutoCloseable {

    private static final int SAMPLES_A_FRAME = 48_000 / 30;
    private static final int BUFFER_SAMPLES = 9600;
    private static final long WAIT_MS = 20;

    private final AtomicInteger started = new AtomicInteger();
    private final ServiceRegistration<AudioSinks> registration;
    private volatile Sink last = new Sink();

    HeldSound() {
        registration = Services.context().registerService(AudioSinks.class, (_, _) -> open(),
                new Hashtable<>(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE)));
    }

    private AudioSink open() {
        Sink sink = new Sink();
        return (AudioSink) Proxy.newProxyInstance(HeldSound.class.getClassLoader(), new Class<?>[] { AudioSink.class },
                (_, method, arguments) -> sink.answer(method, arguments));
    }

    /** How often playback has begun. */
    int started() {
        return started.get();
    }

    /** Plays on for so many frames of a film of 30 a second. */
    void play(int frames) {
        last.played.addAndGet((long) frames * SAMPLES_A_FRAME);
    }

    @Override
    public void close() {
        registration.unregister();
    }

    private final class Sink {

        private final AtomicLong written = new AtomicLong();
        private final AtomicLong played = new AtomicLong();

        private Object answer(Method method, Object... arguments) throws InterruptedException {
            return switch (method.getName()) {
            case "write" -> write((int) arguments[2]);
            case "start" -> {
                // It is told once more when what was written last is to be heard to its end.
                if (last != this) {
                    last = this;
                    started.incrementAndGet();
                }
                yield null;
            }
            case "device" -> "a test";
            case "isSilent" -> false;
            case "bufferFrames" -> BUFFER_SAMPLES;
            case "framesPlayed" -> played.get();
            default -> null;
            };
        }

        /** Whoever writes waits a little, as for a device; it may have been told to stop meanwhile, so not for long. */
        private int write(int samples) throws InterruptedException {
            if (written.addAndGet(samples) > played.get() + BUFFER_SAMPLES) {
                TimeUnit.MILLISECONDS.sleep(WAIT_MS);
            }
            return samples;
        }
    }
}
