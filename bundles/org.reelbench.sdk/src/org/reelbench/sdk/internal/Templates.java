package org.reelbench.sdk.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes new projects. A template is a file of this bundle in which {@code ${NAME}} stands for a value. Without state.
 */
final class Templates {

    private Templates() {
    }

    /** Writes a project for a plug-in with such an id into a folder that is not there yet. */
    static void write(Path folder, String id, Kind kind, String version, Path program) throws IOException {
        String last = id.substring(id.lastIndexOf('.') + 1);
        String className = last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
        String dependencies = kind.bundles().stream().map(bundle -> """
                    <dependency>
                      <groupId>org.reelbench</groupId>
                      <artifactId>org.reelbench.%s</artifactId>
                      <scope>provided</scope>
                    </dependency>
                """.formatted(bundle)).collect(Collectors.joining());
        Map<String, String> values = Map.of("id", id, "groupId", id.substring(0, id.lastIndexOf('.')), "package", id, "last",
                last,
                "className", className, "kind", kind.word(), "version", version, "program", program.toString(), "dependencies",
                dependencies.stripTrailing(), "imports", read(kind.word() + "/imports.txt").strip().replace("\n", ",\n "));
        Path sources = folder.resolve("src").resolve("main").resolve("java").resolve(id.replace('.', '/'));
        Path tests = folder.resolve("src").resolve("test").resolve("java").resolve(id.replace('.', '/'));
        for (String common : List.of("pom.xml", "README.md", "reelbench.target")) {
            put(folder.resolve(common), read(common), values);
        }
        put(folder.resolve(".gitignore"), "/build/\n/target/\n", values);
        put(folder.resolve("META-INF").resolve("MANIFEST.MF"), read("MANIFEST.MF.template"), values);
        put(sources.resolve(className + ".java"), read(kind.word() + "/Service.java.template"), values);
        put(tests.resolve(className + "Test.java"), read(kind.word() + "/ServiceTest.java.template"), values);
    }

    private static String read(String name) throws IOException {
        try (InputStream in = Templates.class.getResourceAsStream("templates/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("the template " + name + " is not in the program; install it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void put(Path file, String template, Map<String, String> values) throws IOException {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
