package org.reelbench.loading.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.loading.LoadingSession;

class SessionServicesTest {

    private final List<String> events = new ArrayList<>();

    /** A framework that only notes what is offered. */
    private BundleContext context() {
        ServiceRegistration<?> registration = (ServiceRegistration<?>) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { ServiceRegistration.class }, (_, method, arguments) -> {
                    events.add(method.getName() + (arguments == null ? "" : text((Dictionary<?, ?>) arguments[0])));
                    return null;
                });
        return (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { BundleContext.class },
                (_, _, arguments) -> {
                    events.add("offered" + text((Dictionary<?, ?>) arguments[2]));
                    return registration;
                });
    }

    private static String text(Dictionary<?, ?> properties) {
        return " " + properties.get(LoadingSession.SERVICE_LABEL) + " " + properties.get(LoadingSession.SERVICE_PURPOSE)
                + " loading "
                + tracks(properties, LoadingSession.SERVICE_LOADING) + " ready "
                + tracks(properties, LoadingSession.SERVICE_READY)
                + " failed " + tracks(properties, LoadingSession.SERVICE_FAILED);
    }

    private static List<String> tracks(Dictionary<?, ?> properties, String key) {
        return List.of((String[]) properties.get(key));
    }

    @Test
    void eachChangeIsAnEventOfAService() {
        try (Bench bench = new Bench()) {
            bench.core.listeners().add(new SessionServices(context()));
            bench.media.breakDown("v2");
            bench.show(bench.visible("v1"), bench.visible("v2"));
            bench.session.close();
            bench.settle();
            assertEquals(List.of("offered viewer VIEW loading [v1, v2] ready [] failed []",
                    "setProperties viewer VIEW loading [v1, v2] ready [] failed []",
                    "setProperties viewer VIEW loading [] ready [v1] failed [v2]", "unregister"),
                    events.stream().distinct().toList());
        }
    }

    @Test
    void aSessionOfHiddenTracksIsNotOffered() {
        try (Bench bench = new Bench()) {
            bench.core.listeners().add(new SessionServices(context()));
            bench.show(bench.visible("v1"), bench.hidden("v2"));
            bench.show(bench.hidden("v1"), bench.hidden("v2"));
            assertEquals("unregister", events.getLast());
        }
    }

    @Test
    void nothingIsOfferedAfterTheEnd() {
        try (Bench bench = new Bench()) {
            SessionServices services = new SessionServices(context());
            bench.core.listeners().add(services);
            bench.show(bench.visible("v1"));
            services.stop();
            assertEquals("unregister", events.getLast());
            bench.show(bench.hidden("v1"));
            assertEquals("unregister", events.getLast());
        }
    }
}
