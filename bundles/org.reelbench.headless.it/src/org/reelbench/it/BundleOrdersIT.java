package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;

/** All bundles with services are stopped and started in random orders: the same services come back, and nothing is left of them. */
class BundleOrdersIT {

    private static final int WARM_UP = 1;
    private static final int ORDERS = Tier.count(4, 20);
    private static final String OURS = "org.reelbench.";

    private final List<Bundle> bundles = new ArrayList<>();
    private final List<Bundle> idle = new ArrayList<>();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final PrintStream console = System.err;

    @BeforeEach
    void startAll() throws BundleException {
        for (Bundle bundle : Services.context().getBundles()) {
            String id = bundle.getSymbolicName();
            if (id.startsWith(OURS) && !id.endsWith(".it") && bundle.getHeaders().get("Service-Component") != null) {
                bundles.add(bundle);
                if (bundle.getState() != Bundle.ACTIVE) {
                    idle.add(bundle);
                    bundle.start();
                }
            }
        }
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void leaveAllAsItWas() throws BundleException {
        System.setErr(console);
        console.print(logged.toString(StandardCharsets.UTF_8));
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        for (Bundle bundle : idle) {
            bundle.stop();
        }
    }

    @Test
    void theSameServicesComeBackWhateverTheOrderAndNothingIsLeft() throws Exception {
        List<String> services = settled();
        assertTrue(services.size() > bundles.size(), services::toString);
        long handles = 0;
        for (int order = 0; order < WARM_UP + ORDERS; order++) {
            Random random = new Random(order);
            useAll();
            shuffled(random, Bundle::stop);
            int seed = order;
            Awaiting.holds("order " + seed + ": no thread is left, but " + threads(), () -> threads().isEmpty());
            assertEquals(List.of(), services(), "order " + order);
            if (order == WARM_UP - 1) {
                handles = handles();
            }
            assertTrue(handles() <= handles || order < WARM_UP, handles() + " handles, there were " + handles);
            shuffled(random, Bundle::start);
            Awaiting.holds("order " + seed + ": the services are back", () -> services().equals(services));
        }
        assertEquals(List.of(), logged.toString(StandardCharsets.UTF_8).lines()
                .filter(line -> line.contains("ERROR") || line.contains("Exception")).toList());
    }

    /** Something to do with a bundle. */
    @FunctionalInterface
    private interface Step {

        void of(Bundle bundle) throws BundleException;
    }

    private void shuffled(Random random, Step step) throws BundleException {
        List<Bundle> order = new ArrayList<>(bundles);
        Collections.shuffle(order, random);
        for (Bundle bundle : order) {
            step.of(bundle);
        }
    }

    private List<String> settled() throws Exception {
        List<String> before = new ArrayList<>();
        Awaiting.holds("all services are there", () -> {
            List<String> now = services();
            boolean isSettled = now.equals(before);
            before.clear();
            before.addAll(now);
            return isSettled;
        });
        return List.copyOf(before);
    }

    /** What our bundles offer, each with its bundle. */
    private List<String> services() {
        return references().map(reference -> reference.getBundle().getSymbolicName() + " "
                + String.join(",", (String[]) reference.getProperty("objectClass"))).sorted().toList();
    }

    private Stream<ServiceReference<?>> references() {
        return bundles.stream().map(Bundle::getRegisteredServices).filter(offered -> offered != null).flatMap(Stream::of);
    }

    /** Components are made when somebody asks for them, and one that was never made leaves nothing. */
    private void useAll() {
        for (ServiceReference<?> reference : references().toList()) {
            Object service = Services.context().getService(reference);
            assertTrue(service != null, () -> "cannot be made: " + reference);
            Services.context().ungetService(reference);
        }
    }

    private static Set<String> threads() {
        Set<String> names = new TreeSet<>();
        Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(name -> name.startsWith("reelbench"))
                .forEach(names::add);
        return names;
    }

    private static long handles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
