package org.reelbench.sdk.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * Writes the bundles of a program as a repository of Maven: an artifact for each of ours, which depends on those whose packages it
 * imports, and a BOM that names them all. One thread.
 */
final class MavenRepository {

    static final String GROUP = "org.reelbench";
    private static final String BOM = "org.reelbench.bom";

    /** What plug-ins may be compiled against beside ours, and by which names Maven knows it. */
    private static final Map<String, String> OF_OTHERS = Map.of("org.osgi.service.component.annotations", "org.osgi",
            "org.apache.felix.http.servlet-api", "org.apache.felix", "slf4j.api", "org.slf4j");
    private static final Artifact JUNIT = new Artifact("org.junit.jupiter", "junit-jupiter", "5.13.4");

    private final Path folder;
    private final String version;
    private final SortedMap<String, Path> ours = new TreeMap<>();
    private final SortedMap<String, Artifact> artifacts = new TreeMap<>();
    private final Map<String, String> exporters = new HashMap<>();

    /** The names that Maven gives something. */
    private record Artifact(String group, String id, String version) {

        String xml(String indent) {
            return """
                    <dependency>
                      <groupId>%s</groupId>
                      <artifactId>%s</artifactId>
                      <version>%s</version>
                    </dependency>
                    """.formatted(group, id, version).indent(indent.length());
        }
    }

    /** Reads the program; ours get the version that is given. */
    MavenRepository(Path folder, Program program, String version) throws IOException {
        this.folder = folder;
        this.version = version;
        for (Path bundle : program.bundles()) {
            Attributes headers = headers(bundle);
            String named = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
            String id = named == null ? "" : named.split(";", 2)[0].strip();
            if (id.startsWith(GROUP + ".")) {
                ours.put(id, bundle);
                artifacts.put(id, new Artifact(GROUP, id, version));
            } else if (OF_OTHERS.get(id) instanceof String group) {
                Version base = Version.parseVersion(headers.getValue(Constants.BUNDLE_VERSION));
                artifacts.put(id, new Artifact(group, id.equals("slf4j.api") ? "slf4j-api" : id,
                        base.getMajor() + "." + base.getMinor() + "." + base.getMicro()));
            }
            Clause.all(headers.getValue(Constants.EXPORT_PACKAGE)).forEach(clause -> exporters.putIfAbsent(clause.name(), id));
        }
    }

    /** Writes everything; what is there is replaced. */
    int write() throws IOException {
        for (Map.Entry<String, Path> bundle : ours.entrySet()) {
            TreeSet<String> needs = new TreeSet<>();
            for (Clause clause : Clause.all(headers(bundle.getValue()).getValue(Constants.IMPORT_PACKAGE))) {
                String exporter = exporters.get(clause.name());
                if (exporter != null && artifacts.containsKey(exporter) && !exporter.equals(bundle.getKey())) {
                    needs.add(exporter);
                }
            }
            String dependencies = needs.stream().map(artifacts::get).map(need -> need.xml("    ")).collect(Collectors.joining());
            pom(bundle.getKey(), "jar", "  <dependencies>\n" + dependencies + "  </dependencies>\n");
            Files.copy(bundle.getValue(), file(bundle.getKey(), ".jar"), StandardCopyOption.REPLACE_EXISTING);
        }
        List<Artifact> managed = new ArrayList<>(artifacts.values());
        managed.add(JUNIT);
        pom(BOM, "pom", "  <dependencyManagement>\n    <dependencies>\n"
                + managed.stream().map(artifact -> artifact.xml("      ")).collect(Collectors.joining())
                + "    </dependencies>\n  </dependencyManagement>\n");
        pom(Archetype.ID, "maven-archetype", "");
        Archetype.write(file(Archetype.ID, ".jar"), version);
        return ours.size();
    }

    private Path file(String id, String ending) {
        return folder.resolve(GROUP.replace('.', '/')).resolve(id).resolve(version).resolve(id + "-" + version + ending);
    }

    private void pom(String id, String packaging, String body) throws IOException {
        Path file = file(id, ".pom");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <packaging>%s</packaging>
                """.formatted(GROUP, id, version, packaging) + body + "</project>\n");
    }

    private static Attributes headers(Path bundle) throws IOException {
        try (JarFile jar = new JarFile(bundle.toFile())) {
            return jar.getManifest() == null ? new Attributes() : jar.getManifest().getMainAttributes();
        }
    }
}
