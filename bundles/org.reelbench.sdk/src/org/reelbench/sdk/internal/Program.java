package org.reelbench.sdk.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/**
 * The installed program that plug-ins are built against: the folder of its bundles. For every thread.
 *
 * @param kit the file of this bundle, which holds the processor that the compiler uses
 * @param bundles all bundles of the program, this one among them
 */
record Program(Path kit, List<Path> bundles) {

    /** Finds the program that a bundle is part of. */
    static Program of(Bundle own) throws IOException {
        String location = own.getLocation().replaceFirst("^initial@", "").replaceFirst("^reference:", "");
        Path kit = location.startsWith("file:/") ? Path.of(URI.create(location)) : codeSource();
        Path folder = kit.toAbsolutePath().getParent();
        if (!Files.isRegularFile(kit) || folder == null) {
            throw new IOException(
                    "the program's bundles are not found beside " + kit + "; build plug-ins with the installed program");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new Program(kit, files.filter(file -> file.toString().endsWith(".jar")).sorted().toList());
        }
    }

    private static Path codeSource() {
        return Path.of(URI.create(Program.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** The folder that holds the bundles. */
    Path folder() {
        return kit.toAbsolutePath().getParent();
    }

    /** Which packages the program publishes, and in which version. */
    Map<String, String> exports() throws IOException {
        Map<String, String> exports = new LinkedHashMap<>();
        for (Path bundle : bundles.stream().filter(Files::isRegularFile).toList()) {
            try (JarFile jar = new JarFile(bundle.toFile())) {
                Attributes headers = jar.getManifest() == null ? new Attributes() : jar.getManifest().getMainAttributes();
                for (Clause clause : Clause.all(headers.getValue(Constants.EXPORT_PACKAGE))) {
                    exports.putIfAbsent(clause.name(), clause.parameters().getOrDefault("version", ""));
                }
            }
        }
        return exports;
    }
}
