package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in built with Maven against what the installed program writes for it, without network. */
class PluginMavenIT {

    private static final Path ARTIFACTS = Path.of("repository", "org", "reelbench");
    private static final String VERSION = "0.1.0-SNAPSHOT";

    @TempDir
    private Path folder;

    @Test
    void aProjectIsBuiltAndTestedAgainstTheBom() throws Exception {
        Installed.run(folder, 0, "plugin", "maven", "repository");
        Installed.run(folder, 0, "plugin", "new", "org.example.softer", "--kind", "sound");
        Path project = folder.resolve("org.example.softer");
        // The repository of this build, which holds Maven's own plug-ins, stands behind and is not written to.
        String said = Installed.run(folder, 0, new ProcessBuilder(
                Path.of(System.getProperty("reelbench.maven"), "bin", "mvn").toString(), "-B", "-o", "-f", project.toString(),
                "-Dmaven.repo.local=" + folder.resolve("repository"),
                "-Dmaven.repo.local.tail=" + System.getProperty("reelbench.maven.repository"), "verify"));
        assertTrue(said.contains("Tests run: 1, Failures: 0"), said);
        try (JarFile bundle = new JarFile(project.resolve("target/org.example.softer-0.1.0-SNAPSHOT.jar").toFile())) {
            assertEquals("org.example.softer", bundle.getManifest().getMainAttributes().getValue("Bundle-SymbolicName"));
            assertNotNull(bundle.getEntry("OSGI-INF/org.example.softer.Softer.xml"));
        }
        assertTheArchetypeHoldsWhatNewWrites();
    }

    /** What Maven's archetype plug-in fills in, filled in here: it would have to be fetched. */
    private void assertTheArchetypeHoldsWhatNewWrites() throws IOException, InterruptedException {
        Installed.run(folder, 0, "plugin", "new", "org.example.glow");
        Path archetype = folder.resolve(ARTIFACTS).resolve("org.reelbench.archetype").resolve(VERSION)
                .resolve("org.reelbench.archetype-" + VERSION + ".jar");
        try (JarFile jar = new JarFile(archetype.toFile())) {
            assertNotNull(jar.getEntry("META-INF/maven/archetype-metadata.xml"));
            for (String file : List.of("pom.xml", "README.md", "META-INF/MANIFEST.MF", "src/main/java/__className__.java",
                    "src/test/java/__className__Test.java")) {
                String text = new String(jar.getInputStream(jar.getEntry("archetype-resources/" + file)).readAllBytes(),
                        StandardCharsets.UTF_8);
                String written = file.replace("java/__className__", "java/org/example/glow/Glow");
                assertEquals(Files.readString(folder.resolve("org.example.glow").resolve(written)),
                        text.replace("${className}", "Glow").replace("${artifactId}", "org.example.glow")
                                .replace("${groupId}", "org.example").replace("${package}", "org.example.glow"),
                        file);
            }
        }
    }
}
