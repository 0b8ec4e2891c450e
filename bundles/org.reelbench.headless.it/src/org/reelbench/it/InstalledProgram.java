package org.reelbench.it;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;

/** The whole program, made of the bundles that run here, to be started as a process that may be watched or killed. */
final class InstalledProgram implements AutoCloseable {

    private final Path folder;

    /**
     * Links what runs here, without the tests and their framework's own.
     *
     * @param folder where the links go; there must be none
     */
    InstalledProgram(Path folder) throws IOException {
        this.folder = Files.createDirectory(folder);
        for (Bundle bundle : Services.context().getBundles()) {
            String name = String.valueOf(bundle.getSymbolicName());
            boolean ofTests = name.contains("junit") || name.endsWith(".it") || name.contains("opentest4j")
                    || name.contains("apiguardian") || name.startsWith("org.eclipse.");
            if (bundle.getBundleId() > 0 && !ofTests && bundle.getState() >= Bundle.RESOLVED) {
                Files.createSymbolicLink(folder.resolve(bundle.getBundleId() + "-" + name + ".jar"), place(bundle));
            }
        }
    }

    private static Path place(Bundle bundle) {
        Path path = Path.of(bundle.getLocation().replaceFirst("^.*file:", ""));
        // Frameworks say where a bundle lies as seen from where they are installed.
        String installed = Services.context().getProperty("osgi.install.area").replaceFirst("^.*file:", "");
        return Path.of(installed).resolve(path).normalize();
    }

    /**
     * Returns a command as it is run from the shell, not started; with the footprint that the launcher gives it.
     *
     * @param cache its cache folder
     * @param words the command
     */
    ProcessBuilder command(Path cache, String... words) {
        String framework = Path.of(URI.create(Bundle.class.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
        List<String> all = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms16m", "-Xmx512m",
                "-Dreelbench.bundles=" + folder, "-Dreelbench.cache=" + cache, "-cp",
                framework + File.pathSeparator + place(Services.bundle("org.reelbench.cli")),
                "org.reelbench.cli.internal.launcher.Main"));
        all.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().put("MALLOC_MMAP_THRESHOLD_", "1048576");
        return builder;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> links = Files.list(folder)) {
            for (Path link : links.toList()) {
                Files.delete(link);
            }
        }
    }
}
