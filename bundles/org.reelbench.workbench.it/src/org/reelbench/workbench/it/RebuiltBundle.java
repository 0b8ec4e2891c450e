package org.reelbench.workbench.it;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;

/** Packs a bundle of the program again as a build would: the same content, by another version. */
final class RebuiltBundle {

    private RebuiltBundle() {
    }

    /**
     * Makes a file with what the bundle had when it was installed.
     *
     * @param qualifier the last part of the new version
     */
    static Path write(Bundle bundle, Path folder, String qualifier) throws IOException {
        File built = FileLocator.getBundleFileLocation(bundle).orElseThrow();
        Path file = folder.resolve(bundle.getSymbolicName() + "-" + qualifier + ".jar");
        try (InputStream in = Files.newInputStream(built.toPath()); JarInputStream old = new JarInputStream(in)) {
            Manifest manifest = new Manifest(old.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", "0.1.0." + qualifier);
            try (OutputStream out = Files.newOutputStream(file); JarOutputStream made = new JarOutputStream(out, manifest)) {
                for (ZipEntry entry = old.getNextEntry(); entry != null; entry = old.getNextEntry()) {
                    made.putNextEntry(new ZipEntry(entry.getName()));
                    old.transferTo(made);
                }
            }
        }
        return file;
    }
}
