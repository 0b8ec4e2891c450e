package org.reelbench.cli.internal.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * Starts a framework with all bundles of a folder, runs the command line, and ends with its exit code.
 * <p>
 * The arguments are handed over as the property {@code launcher.arguments} of a service; the command line is the service
 * {@code Callable} with the property {@code main.thread}. Any framework will do whose {@link FrameworkFactory} is on the class
 * path. {@code -Dreelbench.bundles=FOLDER} names the folder; without it, it is the one this program lies in.
 */
public final class Main {

    /** How long the program may take to clean up after Ctrl-C. */
    private static final long GRACE_MS = 5_000;

    private Main() {
    }

    /**
     * Runs the program.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        int exitCode;
        try {
            exitCode = run(arguments);
        } catch (Exception e) {
            System.err.println("reelbench: the program could not start: " + reason(e) + "; install or build it again");
            exitCode = 70;
        }
        System.out.flush();
        System.err.flush();
        System.exit(exitCode);
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        String words = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return cause == null || words.contains(String.valueOf(cause.getMessage())) ? words : words + ": " + reason(cause);
    }

    private static int run(String[] arguments) throws Exception {
        // Libraries announce themselves through the JDK's logging; a command line says only what was asked.
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
        Path storage = Files.createTempDirectory("reelbench-");
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst()
                .orElseThrow(() -> new IllegalStateException("no OSGi framework on the class path"));
        Framework framework = factory.newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString(),
                Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                // No port is open until a subcommand asks for the server.
                "org.apache.felix.http.require.config", "true"));
        CountDownLatch done = new CountDownLatch(1);
        Thread onInterrupt = new Thread(() -> interrupted(framework, storage, done), "reelbench-interrupt");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            framework.init();
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put("launcher.arguments", arguments);
            framework.getBundleContext().registerService(Object.class, new Object(), properties);
            framework.start();
            Bundles.startAll(framework.getBundleContext(), bundleFolder());
            return commandLine(framework.getBundleContext()).call();
        } finally {
            done.countDown();
            stop(framework);
            delete(storage);
        }
    }

    private static Path bundleFolder() throws Exception {
        String named = System.getProperty("reelbench.bundles");
        return named != null
                ? Path.of(named)
                : Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent();
    }

    private static Callable<Integer> commandLine(BundleContext context) throws InvalidSyntaxException {
        @SuppressWarnings("rawtypes")
        List<ServiceReference<Callable>> found = List.copyOf(context.getServiceReferences(Callable.class, "(main.thread=true)"));
        if (found.isEmpty()) {
            throw new IllegalStateException("the command line did not start; a bundle it needs is missing or broken");
        }
        @SuppressWarnings("unchecked")
        Callable<Integer> callable = context.getService(found.getFirst());
        return callable;
    }

    /** Stopping the framework deactivates the command line, which cancels what it does; that gets a moment to tidy up. */
    private static void interrupted(Framework framework, Path storage, CountDownLatch done) {
        if (done.getCount() == 0) {
            return;
        }
        try {
            framework.stop();
            done.await(GRACE_MS, TimeUnit.MILLISECONDS);
        } catch (BundleException | InterruptedException e) {
            System.err.println("reelbench: stopping failed: " + e.getMessage());
        }
        delete(storage);
    }

    private static void stop(Framework framework) throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(GRACE_MS);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Main::deleteOne);
        } catch (IOException | UncheckedIOException e) {
            // The interrupted and the regular end may both tidy up; what is gone already is fine.
            if (Files.exists(folder)) {
                System.err.println("reelbench: " + folder + " could not be removed: " + e.getMessage());
            }
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
