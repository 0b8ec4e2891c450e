package org.reelbench.sdk.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.osgi.framework.Version;

/**
 * Writes new projects. A template is a file of this bundle in which {@code ${NAME}} stands for a value. Without state.
 */
final class Templates {

    private Templates() {
    }

    /** The version that Maven knows the program by. */
    static String version(Version version) {
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro() + "-SNAPSHOT";
    }

    /** Writes a project for a plug-in with such an id into a folder that is not there yet. */
    static void write(Path folder, String id, Kind kind, Builder builder, String version, Path program) throws IOException {
        String last = id.substring(id.lastIndexOf('.') + 1);
        String className = last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
        Map<String, String> files = filled(kind, builder,
                Map.of("id", id, "groupId", id.substring(0, id.lastIndexOf('.')), "package", id,
                        "last", last, "className", className, "version", version, "program", program.toString()),
                id.replace('.', '/') + "/",
                className);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    /** The files of a project, by their paths in it. */
    static Map<String, String> filled(Kind kind, Builder builder, Map<String, String> given, String packageFolder,
            String className) throws IOException {
        Map<String, String> values = new LinkedHashMap<>(given);
        values.put("condition", builder.condition());
        values.put("kind", kind.word());
        values.put("imports", read(kind.word() + "/imports.txt").strip().replace("\n", ",\n "));
        values.put("dependencies", kind.bundles().stream().map(bundle -> """
                    <dependency>
                      <groupId>org.reelbench</groupId>
                      <artifactId>org.reelbench.%s</artifactId>
                      <scope>provided</scope>
                    </dependency>
                """.formatted(bundle)).collect(Collectors.joining()).stripTrailing());
        Map<String, String> files = new LinkedHashMap<>();
        files.put("README.md", text(read("README.md"), values));
        for (String own : List.of("pom.xml", "reelbench.target")) {
            files.put(own, text(read(builder.folder() + own), values));
        }
        for (String own : builder.more()) {
            files.put(own, text(read(builder.folder() + own), values));
        }
        files.put(".gitignore", "/build/\n/target/\n");
        files.put("META-INF/MANIFEST.MF", text(read("MANIFEST.MF.template"), values));
        files.put("src/main/java/" + packageFolder + className + ".java",
                text(read(kind.word() + "/Service.java.template"), values));
        files.put("src/test/java/" + packageFolder + className + "Test.java",
                text(read(kind.word() + "/ServiceTest.java.template"), values));
        return files;
    }

    private static String read(String name) throws IOException {
        try (InputStream in = Templates.class.getResourceAsStream("templates/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("the template " + name + " is not in the program; install it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String text(String template, Map<String, String> values) {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
