package org.reelbench.product;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * A program of its own: starts the product's bundles in whatever framework is on the class path, then stops, updates and starts
 * them in random orders. It ends with 0 if the same services came back each time, nothing was left running while all were stopped,
 * and nobody told of an error. Arguments: the folder of bundles, the number of orders, the first seed.
 */
public final class BundleOrders {

    private static final long HANG_MS = 120_000;
    private static final long LOOK_MS = 20;

    private final BundleContext context;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private BundleOrders(BundleContext context) {
        this.context = context;
    }

    /** Runs the program. */
    public static void main(String[] arguments) throws Exception {
        Path storage = Files.createTempDirectory("orders");
        Framework framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow()
                .newFramework(
                        Map.of(Constants.FRAMEWORK_STORAGE, storage.toString(), "org.apache.felix.http.require.config", "true"));
        framework.init();
        framework.getBundleContext().registerService(Object.class, new Object(),
                new Hashtable<>(Map.of("launcher.arguments", new String[0])));
        framework.start();
        BundleOrders orders = new BundleOrders(framework.getBundleContext());
        PrintStream out = System.out;
        orders.listen();
        // As the program itself does it.
        Method startAll = Class.forName("org.reelbench.cli.internal.launcher.Bundles").getDeclaredMethod("startAll",
                BundleContext.class, Path.class);
        startAll.setAccessible(true);
        startAll.invoke(null, framework.getBundleContext(), Path.of(arguments[0]));
        List<String> faults = orders.run(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        faults.forEach(out::println);
        framework.stop();
        framework.waitForStop(HANG_MS);
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    /** Whoever logs an error writes it to one of these. */
    private void listen() {
        PrintStream both = new PrintStream(new OutputStream() {

            @Override
            public synchronized void write(int b) {
                said.write(b);
            }
        }, true, StandardCharsets.UTF_8);
        System.setErr(both);
        System.setOut(both);
    }

    private List<String> run(int times, long firstSeed) throws Exception {
        List<String> faults = new ArrayList<>();
        SortedMap<String, List<String>> before = services();
        if (before.size() < 10) {
            faults.add("too few services are there: " + before);
        }
        for (long seed = firstSeed; seed < firstSeed + times; seed++) {
            Random random = new Random(seed);
            List<Bundle> ours = new ArrayList<>(Arrays.stream(context.getBundles()).filter(BundleOrders::isReplaced).toList());
            Collections.shuffle(ours, random);
            for (Bundle bundle : ours) {
                bundle.stop();
            }
            if (!holds(() -> threads().isEmpty())) {
                faults.add("seed " + seed + ": while all are stopped, these run: " + threads());
            }
            if (!services().isEmpty()) {
                faults.add("seed " + seed + ": while all are stopped, there are " + services());
            }
            for (Bundle bundle : ours) {
                if (random.nextBoolean()) {
                    bundle.update();
                }
            }
            refresh();
            Collections.shuffle(ours, random);
            for (Bundle bundle : ours) {
                bundle.start();
            }
            if (!holds(() -> services().equals(before))) {
                faults.add("seed " + seed + ": there were " + before + ", there are " + services());
            }
        }
        said.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("ERROR")).forEach(faults::add);
        return faults;
    }

    /** The log stands beneath the libraries: whoever replaces it starts the program anew. */
    private static boolean isReplaced(Bundle bundle) {
        return bundle.getSymbolicName().startsWith("org.reelbench.") && !bundle.getSymbolicName().equals("org.reelbench.log");
    }

    private void refresh() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(null, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        if (!done.await(HANG_MS, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("refreshing hangs");
        }
    }

    private static boolean holds(BooleanSupplier condition) throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(HANG_MS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - endNs > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
        return true;
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(name -> name.startsWith("reelbench"))
                .sorted()
                .toList();
    }

    /** The services of our bundles, by bundle. */
    private SortedMap<String, List<String>> services() {
        SortedMap<String, List<String>> found = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            ServiceReference<?>[] references = isReplaced(bundle) ? bundle.getRegisteredServices() : null;
            if (references != null) {
                found.put(bundle.getSymbolicName(), Arrays.stream(references)
                        .map(reference -> String.join("+", (String[]) reference.getProperty(Constants.OBJECTCLASS))).sorted()
                        .toList());
            }
        }
        return found;
    }
}
