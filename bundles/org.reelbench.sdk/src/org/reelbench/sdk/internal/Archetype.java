package org.reelbench.sdk.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The template of an effect as an archetype of Maven: what {@code plugin new} fills in, {@code archetype:generate} does. */
final class Archetype {

    static final String ID = "org.reelbench.archetype";

    private static final String METADATA = """
            <?xml version="1.0" encoding="UTF-8"?>
            <archetype-descriptor name="plugin">
              <requiredProperties>
                <requiredProperty key="className"/>
                <requiredProperty key="version">
                  <defaultValue>0.1.0-SNAPSHOT</defaultValue>
                </requiredProperty>
                <requiredProperty key="package">
                  <defaultValue>${artifactId}</defaultValue>
                </requiredProperty>
              </requiredProperties>
              <fileSets>
                <fileSet filtered="true" packaged="true">
                  <directory>src/main/java</directory>
                </fileSet>
                <fileSet filtered="true" packaged="true">
                  <directory>src/test/java</directory>
                </fileSet>
                <fileSet filtered="true">
                  <directory>META-INF</directory>
                </fileSet>
                <fileSet filtered="true">
                  <directory></directory>
                  <includes>
                    <include>README.md</include>
                  </includes>
                </fileSet>
              </fileSets>
            </archetype-descriptor>
            """;

    private Archetype() {
    }

    static void write(Path file, String version) throws IOException {
        Map<String, String> files = Templates.filled(Kind.EFFECT, Builder.MAVEN,
                Map.of("id", "${artifactId}", "groupId", "${groupId}", "package",
                        "${package}", "last", "${artifactId}", "className", "${className}", "version", version),
                "", "__className__");
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out)) {
            put(jar, "META-INF/maven/archetype-metadata.xml", METADATA);
            for (Map.Entry<String, String> each : files.entrySet()) {
                // The target platform names a folder of one machine, and is for whoever wrote the project there.
                if (!each.getKey().equals("reelbench.target") && !each.getKey().startsWith(".")) {
                    put(jar, "archetype-resources/" + each.getKey(), each.getValue());
                }
            }
        }
    }

    private static void put(JarOutputStream jar, String name, String text) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(PluginProject.NO_TIME_MS);
        jar.putNextEntry(entry);
        jar.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
