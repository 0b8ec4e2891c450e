package org.reelbench.workbench.it;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/**
 * Stands before a service and counts how often one of its methods is called, at one of which calls it can be made to stand until it is
 * let go on.
 */
final class Counted<S> implements AutoCloseable {

    /** Before the guards. */
    private static final int RANKING = 2_000_000;

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final ServiceRegistration<S> registration;

    /**
     * Takes the place of a service.
     *
     * @param method what is counted
     * @param standsAt the call that is held up, counted from 1; 0 for none
     */
    Counted(Class<S> type, String method, int standsAt) throws InterruptedException {
        S service = Services.get(type);
        Object counting = Proxy.newProxyInstance(Counted.class.getClassLoader(), new Class<?>[] { type },
                (_, called, arguments) -> {
                    if (called.getName().equals(method) && calls.incrementAndGet() == standsAt) {
                        arrived.countDown();
                        gate.await();
                    }
                    try {
                        return called.invoke(service, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        registration = Services.context().registerService(type, type.cast(counting),
                new Hashtable<>(Map.of(Constants.SERVICE_RANKING, RANKING)));
    }

    int calls() {
        return calls.get();
    }

    /** Tells whether a call is held up, or was. */
    boolean hasArrived() {
        return arrived.getCount() == 0;
    }

    void goOn() {
        gate.countDown();
    }

    @Override
    public void close() {
        goOn();
        registration.unregister();
    }
}
