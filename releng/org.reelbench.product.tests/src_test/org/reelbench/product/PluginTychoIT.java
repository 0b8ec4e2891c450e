package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plug-in built by Tycho against the p2 site and the target platform, outside the checkout and without network: the commands of
 * the documentation.
 */
class PluginTychoIT {

    private static final Path ROOT = Path.of(System.getProperty("reelbench.root"));

    @TempDir
    private Path folder;

    @Test
    void theProjectOfTheDocumentationIsBuiltTestedInstalledAndRuns() throws Exception {
        DocumentedCommands commands = new DocumentedCommands("extending.md", "```sh tycho", folder);
        // The repository of this build, which holds Tycho, stands behind and is not written to.
        commands.program("mvn",
                "exec '" + Path.of(System.getProperty("reelbench.maven"), "bin", "mvn") + "' -B -o '-Dmaven.repo.local="
                        + folder.resolve("repository") + "' '-Dmaven.repo.local.tail="
                        + System.getProperty("reelbench.maven.repository")
                        + "' \"$@\"");
        commands.variable("REELBENCH_SITE", ROOT.resolve("releng/org.reelbench.product/target/repository").toUri().toString());
        String said = commands.run();
        assertTrue(said.contains("Tests run: 1, Failures: 0"), said);
        assertTrue(said.contains("a piece looks as the whole does"), said);
        assertFalse(said.contains("FAILED"), said);
        assertTrue(said.lines().anyMatch(line -> line.matches("org\\.example\\.dusk +0\\.1\\.0 +running")), said);
        assertEquals(Files.readString(ROOT.resolve("targetplatform/plugins/reelbench-plugins.target")),
                Files.readString(folder.resolve("org.example.dusk/reelbench.target")));
    }
}
