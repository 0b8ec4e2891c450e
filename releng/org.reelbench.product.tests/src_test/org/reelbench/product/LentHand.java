package org.reelbench.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Lets the workbench be used by a test. The product stays as it was built: a copy of its list of bundles names one more, a hand that
 * does in the window what its task says. So no way to drive the window is in the product, and no program that types keys is needed.
 */
final class LentHand {

    private static final Path ROOT = Path.of(System.getProperty("reelbench.root"));
    private static final Path PRODUCT = ROOT
            .resolve("releng/org.reelbench.product/target/products/reelbench.workbench/linux/gtk/x86_64");
    private static final String BUNDLES = "org.eclipse.equinox.simpleconfigurator/bundles.info";
    private static final String HAND = "org.reelbench.workbench.closing.it";

    private LentHand() {
    }

    /**
     * Lends the hand to the next start of the workbench.
     *
     * @param folder a folder for the program's configuration and state, the same for starts that follow each other
     * @param task what the hand does
     * @param film a file that the task makes
     * @return the environment of that start
     */
    static Map<String, String> lend(Path folder, String task, Path film) throws IOException {
        Path configuration = folder.resolve("configuration");
        if (Files.notExists(configuration.resolve(BUNDLES))) {
            configure(configuration);
        }
        return Map.of("REELBENCH_HAND", task, "REELBENCH_HAND_FILM", film.toString(), "XDG_STATE_HOME",
                folder.resolve("state").toString(), "JAVA_TOOL_OPTIONS", "-Dosgi.configuration.area=" + configuration);
    }

    private static void configure(Path configuration) throws IOException {
        Files.createDirectories(configuration.resolve(BUNDLES).getParent());
        Files.copy(PRODUCT.resolve("configuration/config.ini"), configuration.resolve("config.ini"));
        Path jar;
        try (Stream<Path> built = Files.list(ROOT.resolve("bundles").resolve(HAND).resolve("target"))) {
            jar = built.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
        List<String> bundles = Files.readAllLines(PRODUCT.resolve("configuration").resolve(BUNDLES));
        // Under another version than its own the bundle would be taken out again.
        bundles.add(HAND + "," + version(jar) + "," + jar.toUri() + ",5,true");
        Files.write(configuration.resolve(BUNDLES), bundles);
    }

    private static String version(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Bundle-Version");
        }
    }
}
