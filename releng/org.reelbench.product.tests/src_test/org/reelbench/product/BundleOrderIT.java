package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.rules.ProductFolder;

/** Whatever order our bundles are stopped, updated and started in: the same services, no error, nothing left. */
class BundleOrderIT {

    private static final int ORDERS = 20;
    /** The second framework only shows that nothing depends on the first. */
    private static final int ORDERS_ELSEWHERE = 5;
    private static final long HANG_MINUTES = 15;

    @ParameterizedTest
    @ValueSource(strings = { "org.eclipse.osgi", "org.apache.felix.main" })
    void theSameServicesComeBack(String framework, @TempDir Path folder) throws Exception {
        long seed = Long.getLong("reelbench.seed", 1);
        Path said = folder.resolve("said.txt");
        String path = String.join(File.pathSeparator, jar("org.reelbench.cli_"), framework(framework),
                Path.of(BundleOrders.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Dreelbench.plugins=" + folder.resolve("plugins"), "-Dreelbench.cache=" + folder.resolve("cache"), "-cp", path,
                BundleOrders.class.getName(), ProductFolder.plugins().toString(),
                Integer.toString(framework.startsWith("org.eclipse") ? ORDERS : ORDERS_ELSEWHERE), Long.toString(seed))
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        if (!process.waitFor(HANG_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        assertTrue(!process.isAlive(), "it hangs: " + Files.readString(said));
        assertEquals(0, process.exitValue(), () -> "seed " + seed + ": " + said(said));
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    private static String framework(String name) throws Exception {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .filter(entry -> entry.contains(name + "-")).findFirst()
                .orElse(name.startsWith("org.eclipse") ? jar(name + "_") : "");
    }

    private static String jar(String beginning) throws Exception {
        return ProductFolder.jars().stream().filter(jar -> jar.getFileName().toString().startsWith(beginning)).findFirst()
                .orElseThrow().toString();
    }
}
