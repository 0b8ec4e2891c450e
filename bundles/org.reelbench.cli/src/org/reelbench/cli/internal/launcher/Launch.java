package org.reelbench.cli.internal.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.stream.Stream;

import javax.xml.parsers.SAXParserFactory;

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
 * {@code Callable} with the property {@code main.thread}, which is closed when the user interrupts it. Any framework will do
 * whose {@link FrameworkFactory} is on the class path. {@code -Dreelbench.bundles=FOLDER} names the folder; without it, it is
 * the one this program lies in. Before the command line, {@code --safe-mode} starts no plug-in, and {@code --dev FOLDER} takes up
 * those that are being worked on there; {@code --set NAME=VALUE} and {@code --config FILE} set what the command line then reads.
 */
public final class Launch {

    /** How long the program may take to clean up: a server lets those end whom it is sending something. */
    private static final long GRACE_MS = 15_000;

    private static final String SAFE_MODE = "--safe-mode";
    private static final String DEVELOPMENT = "--dev";
    private static final String DEVELOPMENT_PROPERTY = "reelbench.plugins.dev";

    private static final String SET = "--set";
    private static final String SETTINGS_PROPERTY = "reelbench.settings";
    private static final String CONFIG = "--config";
    private static final String CONFIG_PROPERTY = "reelbench.config";

    private Launch() {
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

    private static int run(String[] words) throws Exception {
        boolean safeMode = Boolean.getBoolean("reelbench.safe.mode");
        List<String> development = new ArrayList<>(List.of(System.getProperty(DEVELOPMENT_PROPERTY, "")));
        List<String> settings = new ArrayList<>();
        String config = "";
        int first = 0;
        for (boolean more = true; more;) {
            if (words.length > first && words[first].equals(SAFE_MODE)) {
                safeMode = true;
                first++;
            } else if (words.length > first + 1 && words[first].equals(DEVELOPMENT)) {
                development.add(Path.of(words[first + 1]).toAbsolutePath().normalize().toString());
                first += 2;
            } else if (words.length > first + 1 && words[first].equals(SET)) {
                settings.add(words[first + 1]);
                tellTheLog(words[first + 1]);
                first += 2;
            } else if (words.length > first + 1 && words[first].equals(CONFIG)) {
                config = Path.of(words[first + 1]).toAbsolutePath().normalize().toString();
                first += 2;
            } else {
                more = false;
            }
        }
        String[] arguments = Arrays.copyOfRange(words, first, words.length);
        // Libraries announce themselves through the JDK's logging; a command line says only what was asked.
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
        nameTheParser();
        Path storage = Files.createTempDirectory("reelbench-");
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst()
                .orElseThrow(() -> new IllegalStateException("no OSGi framework on the class path"));
        Framework framework = factory.newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString(),
                Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                "reelbench.safe.mode", String.valueOf(safeMode),
                DEVELOPMENT_PROPERTY, String.join(File.pathSeparator, development),
                SETTINGS_PROPERTY, String.join("\n", settings), CONFIG_PROPERTY, config,
                // No port is open until a subcommand asks for the server.
                "org.apache.felix.http.require.config", "true"));
        Interrupt interrupt = new Interrupt(framework, GRACE_MS);
        Runtime.getRuntime().addShutdownHook(new Thread(interrupt::happened, "reelbench-interrupt"));
        try {
            framework.init();
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put("launcher.arguments", arguments);
            framework.getBundleContext().registerService(Object.class, new Object(), properties);
            framework.start();
            Bundles.startAll(framework.getBundleContext(), bundleFolder());
            Callable<Integer> commandLine = commandLine(framework.getBundleContext());
            interrupt.running(commandLine);
            int exitCode = commandLine.call();
            interrupt.exitCode(exitCode);
            return exitCode;
        } finally {
            stop(framework);
            delete(storage);
            interrupt.ended();
        }
    }

    /** Descriptions of components are read one by one, and each time all that is on the path would be asked for a parser. */
    private static void nameTheParser() {
        String property = SAXParserFactory.class.getName();
        if (System.getProperty(property) == null) {
            System.setProperty(property, SAXParserFactory.newDefaultInstance().getClass().getName());
        }
    }

    /** The log begins before anybody reads settings. */
    private static void tellTheLog(String setting) {
        String[] parts = setting.split("=", 2);
        if (parts.length == 2 && parts[0].strip().startsWith("log.")) {
            System.setProperty("reelbench." + parts[0].strip(), parts[1].strip());
        }
    }

    private static Path bundleFolder() throws Exception {
        String named = System.getProperty("reelbench.bundles");
        return named != null
                ? Path.of(named)
                : Path.of(Launch.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent();
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

    private static void stop(Framework framework) throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(GRACE_MS);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Launch::deleteOne);
        } catch (IOException | UncheckedIOException e) {
            // What is gone already is fine.
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
