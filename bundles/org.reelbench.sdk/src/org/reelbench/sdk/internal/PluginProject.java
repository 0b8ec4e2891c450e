package org.reelbench.sdk.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.framework.Constants;

/**
 * A folder with the sources of a plug-in: {@code META-INF/MANIFEST.MF}, {@code src/main/java} and, if there are any,
 * {@code src/main/resources}. One thread at a time.
 *
 * @param folder the project
 */
record PluginProject(Path folder) {

    /** What is made of the project lies here, away from what other builds make. */
    private static final String OUTPUT = "build";
    /** Written into archives in place of the time: the same sources give the same file. */
    static final long NO_TIME_MS = 315_532_800_000L;

    /** The project cannot be built; the message is for its author. */
    static final class BuildException extends Exception {

        private static final long serialVersionUID = 1L;

        BuildException(String message) {
            super(message);
        }
    }

    static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve("META-INF").resolve("MANIFEST.MF"))
                && Files.isDirectory(folder.resolve("src").resolve("main").resolve("java"));
    }

    /** Where the bundle lies once it is built. */
    Path bundle() throws IOException, BuildException {
        return folder.resolve(OUTPUT).resolve(id(manifest()) + ".jar");
    }

    /** Compiles the sources and packs the bundle. */
    Path build(Program program) throws IOException, BuildException {
        Manifest manifest = manifest();
        Path bundle = folder.resolve(OUTPUT).resolve(id(manifest) + ".jar");
        Path classes = folder.resolve(OUTPUT).resolve("classes");
        deleteAll(classes);
        Files.createDirectories(classes);
        compile(program, classes);
        copyResources(classes);
        List<String> missing = Imports.missing(classes, manifest.getMainAttributes(), program.exports());
        if (!missing.isEmpty()) {
            throw new BuildException(String.join("\n", missing));
        }
        Path whole = Files.createTempFile(bundle.getParent(), ".bundle-", ".tmp");
        try {
            pack(manifest, classes, whole);
            // Programs that watch the folder see the old file or the new one.
            Files.move(whole, bundle, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
        return bundle;
    }

    private Manifest manifest() throws IOException, BuildException {
        Path file = folder.resolve("META-INF").resolve("MANIFEST.MF");
        if (!Files.isRegularFile(file)) {
            throw new BuildException(folder + " is no project of a plug-in: there is no META-INF/MANIFEST.MF in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new Manifest(in);
        }
    }

    private static String id(Manifest manifest) throws BuildException {
        String named = manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
        if (named == null) {
            throw new BuildException("META-INF/MANIFEST.MF has no Bundle-SymbolicName (and ends with a line break?)");
        }
        return named.split(";", 2)[0].strip();
    }

    private void compile(Program program, Path classes) throws IOException, BuildException {
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow(() -> new BuildException(
                "the Java that runs this has no compiler; set JAVA_HOME to a JDK"));
        List<String> words = new ArrayList<>(
                List.of("-d", classes.toString(), "-encoding", "UTF-8", "-g", "-Xlint:all,-classfile,-processing,-path",
                        "-cp", program.bundles().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                        "--processor-path", program.kit().toString(), "-processor", "org.reelbench.sdk.ComponentProcessor"));
        List<String> sources = sources();
        if (sources.isEmpty()) {
            throw new BuildException("there are no sources below " + folder.resolve("src/main/java"));
        }
        words.addAll(sources);
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        if (javac.run(writer, writer, words.toArray(String[]::new)) != 0) {
            throw new BuildException(said.toString().replace(folder + File.separator, "").strip());
        }
    }

    private List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("src").resolve("main").resolve("java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().map(Path::toString).toList();
        }
    }

    private void copyResources(Path classes) throws IOException {
        Path resources = folder.resolve("src").resolve("main").resolve("resources");
        if (!Files.isDirectory(resources)) {
            return;
        }
        try (Stream<Path> files = Files.walk(resources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = classes.resolve(resources.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void pack(Manifest manifest, Path classes, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            entry(jar, "META-INF/MANIFEST.MF");
            manifest.write(jar);
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                entry(jar, classes.relativize(each).toString().replace('\\', '/'));
                Files.copy(each, jar);
            }
        }
    }

    private static void entry(JarOutputStream jar, String name) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(NO_TIME_MS);
        jar.putNextEntry(entry);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** When anything that goes into the bundle was changed last, and how much there is; differs after every change. */
    String stamp() throws IOException {
        long newest = 0;
        long count = 0;
        long bytes = 0;
        for (String part : List.of("META-INF", "src/main")) {
            if (Files.isDirectory(folder.resolve(part))) {
                try (Stream<Path> files = Files.walk(folder.resolve(part))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
                        bytes += Files.size(file);
                        count++;
                    }
                }
            }
        }
        return newest + " " + count + " " + bytes;
    }
}
