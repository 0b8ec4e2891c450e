package org.reelbench.cli.internal.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;

/** Installs and starts the bundles of a folder. */
final class Bundles {

    /** The framework itself, and what belongs to another way of starting. */
    private static final Set<String> NOT_INSTALLED = Set.of("org.eclipse.osgi", "org.apache.felix.main",
            "org.eclipse.equinox.launcher",
            "org.eclipse.equinox.simpleconfigurator", "org.eclipse.equinox.common");

    private static final String EQUINOX = "org.eclipse.osgi";
    /** What these do stands on the inside of Equinox; another framework brings its own. */
    private static final String OF_EQUINOX = "org.eclipse.equinox.";

    /** Libraries find their providers only if these run first; our own bundles start in any order. */
    private static final List<String> FIRST = List.of("org.apache.aries.spifly.dynamic.bundle", "org.reelbench.log",
            "org.apache.felix.scr");

    private Bundles() {
    }

    static void startAll(BundleContext context, Path folder) throws IOException, BundleException {
        List<Bundle> installed = new ArrayList<>();
        boolean isEquinox = EQUINOX.equals(context.getBundle(0).getSymbolicName());
        for (Path jar : jars(folder)) {
            String name = symbolicName(jar);
            if (!NOT_INSTALLED.contains(name) && (isEquinox || !name.startsWith(OF_EQUINOX))) {
                installed.add(context.installBundle("reference:" + jar.toUri()));
            }
        }
        for (String name : FIRST) {
            for (Bundle bundle : installed) {
                if (name.equals(bundle.getSymbolicName())) {
                    bundle.start();
                }
            }
        }
        for (Bundle bundle : installed) {
            if ((bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) == 0) {
                bundle.start();
            }
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static String symbolicName(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String name = manifest == null ? null : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
            if (name == null) {
                throw new IOException(jar + " is no bundle");
            }
            return name.split(";", 2)[0].strip();
        }
    }
}
