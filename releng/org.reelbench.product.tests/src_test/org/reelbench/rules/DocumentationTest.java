package org.reelbench.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published packages are documented: the JDK's doclint finds nothing missing and nothing malformed. */
class DocumentationTest {

    private static final Path ROOT = Path.of(System.getProperty("reelbench.root"));

    @Test
    void exportedPackagesPassDoclint(@TempDir Path output) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-d", output.toString(), "--release", "25", "-proc:none", "-implicit:none",
                        "-Xdoclint:all/protected", "-Xmaxerrs", "1000", "-Xmaxwarns", "1000", "-classpath", classPath()));
        int exported = 0;
        for (BundleFacts bundle : BundleFacts.readAll(ROOT.resolve("bundles"))) {
            for (String name : bundle.clauses("Export-Package").keySet()) {
                exported++;
                try (Stream<Path> files = Files.list(ROOT.resolve("bundles").resolve(bundle.folder()).resolve("src")
                        .resolve(name.replace('.', '/')))) {
                    files.filter(f -> f.toString().endsWith(".java")).map(Path::toString).forEach(arguments::add);
                }
            }
        }
        assertTrue(exported >= 7, "found only " + exported + " exported packages");
        StringWriter messages = new StringWriter();
        ToolProvider.findFirst("javac").orElseThrow().run(new PrintWriter(messages), new PrintWriter(messages),
                arguments.toArray(String[]::new));
        // A class path entry named in a library's manifest may be missing; everything else javac says is about documentation.
        String complaints = messages.toString().lines().filter(line -> line.contains(".java:")).collect(Collectors.joining("\n"));
        assertEquals("", complaints);
    }

    /** Our classes, the libraries as the product holds them, and the annotations, which only the build knows. */
    private static String classPath() throws IOException {
        List<Path> entries = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(ROOT.resolve("bundles"))) {
            bundles.map(bundle -> bundle.resolve("target/classes")).filter(Files::isDirectory).forEach(entries::add);
        }
        entries.addAll(ProductFolder.jars("workbench"));
        String libraries = entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return libraries + File.pathSeparator + System.getProperty("java.class.path");
    }
}
