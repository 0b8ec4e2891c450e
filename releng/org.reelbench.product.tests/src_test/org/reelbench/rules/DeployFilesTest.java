package org.reelbench.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files for deploying the headless product say what systemd and builders of containers understand, and what we promise. */
class DeployFilesTest {

    private static final Path DEPLOY = Path.of(System.getProperty("reelbench.root"), "releng", "deploy");

    private static String output(int exitCode, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes());
        assertEquals(exitCode, process.waitFor(), String.join(" ", command) + ": " + out);
        return out;
    }

    @Test
    void systemdUnderstandsTheUnit(@TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is not installed");
        String unit = Files.readString(DEPLOY.resolve("reelbench.service"));
        // It asks whether the program is there, which it is where the unit belongs.
        Path here = Files.writeString(folder.resolve("reelbench.service"),
                unit.replace("/opt/reelbench/reelbench-server", DEPLOY.resolve("reelbench-server").toString()));
        assertEquals("", output(0, "systemd-analyze", "verify", here.toString()));
        output(0, "systemd-analyze", "security", "--offline=true", "--threshold=25", here.toString());
    }

    @Test
    void theLauncherIsAShellScriptThatBecomesTheProgram() throws Exception {
        Path launcher = DEPLOY.resolve("reelbench-server");
        assertTrue(Files.isExecutable(launcher));
        assertEquals("", output(0, "sh", "-n", launcher.toString()));
        assertTrue(Files.readString(launcher).contains("\nexec \"$java\""), "signals must reach the program");
    }

    @Test
    void theContainerRunsAsNobodyFromFilesThatThereAre() throws IOException {
        List<String> lines = Files.readAllLines(DEPLOY.resolve("Containerfile"));
        assertTrue(lines.stream().anyMatch(line -> line.matches("USER [1-9]\\d+:[1-9]\\d+")), "it is no user by number");
        assertTrue(lines.contains("STOPSIGNAL SIGTERM"));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("HEALTHCHECK ")));
        assertTrue(lines.stream().anyMatch(line -> line.matches("ENTRYPOINT \\[.*]")), "a shell would swallow the signal");
        for (String line : lines) {
            if (line.startsWith("COPY ")) {
                String source = line.replaceAll("--\\S+ ", "").split(" ")[1];
                assertTrue(Files.exists(DEPLOY.resolve("../..").resolve(source)), source);
            }
            assertFalse(line.contains(":latest"), "what is built changes without a change: " + line);
        }
    }
}
