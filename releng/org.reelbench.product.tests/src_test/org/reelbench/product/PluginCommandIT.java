package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins as people handle them: by commands, and by putting files into a folder. */
class PluginCommandIT {

    private static final String ID = "org.reelbench.examples.plugin";

    private final Path folder;
    private final Path plugins;

    PluginCommandIT(@TempDir Path folder) {
        this.folder = folder;
        plugins = folder.resolve("data").resolve("reelbench").resolve("plugins");
    }

    private Program.Result run(String... words) throws IOException, InterruptedException {
        return Program.run(folder, Map.of("XDG_DATA_HOME", folder.resolve("data").toString()), words);
    }

    private static Path example() throws IOException {
        try (Stream<Path> files = Files.list(
                Path.of(System.getProperty("reelbench.root"), "examples", "org.reelbench.examples.plugin", "target"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }

    @Test
    void whatIsInstalledIsThereUntilItIsRemoved() throws Exception {
        assertEquals(0, run("plugin", "install", example().toString()).exitCode());
        assertEquals(3, run("length", "film.reel").exitCode(), "there is such a command, but no film");
        assertEquals(1, run("plugin", "install", example().toString()).exitCode(), "it is there already");
        assertTrue(run("--safe-mode", "plugin", "list").out().contains("off"));
        assertEquals(0, run("plugin", "remove", ID).exitCode());
        assertEquals(2, run("length", "film.reel").exitCode());
    }

    @Test
    void theChunkStoreOfAPluginKeepsPreviewsWhereASettingNamesIt() throws Exception {
        String[] list = { "--set", "preview.store=memory:previews", "cache", "list", "--json" };
        Program.Result missing = run(list);
        assertEquals(1, missing.exitCode(), missing.out());
        assertTrue(missing.err().contains("nobody opens chunk stores of the kind 'memory:'"), missing.err());
        assertEquals(0, run("plugin", "install", example().toString()).exitCode());
        Program.Result listed = run(list);
        assertEquals(0, listed.exitCode(), listed.err());
        assertTrue(listed.out().contains("\"folder\":\"memory:previews\""), listed.out());
    }

    @Test
    void brokenFileInTheFolderIsNamedAndKeepsNobodyFromWorking() throws Exception {
        Files.createDirectories(plugins);
        Path broken = Files.writeString(plugins.resolve("broken.jar"), "no archive");
        Files.setLastModifiedTime(broken, java.nio.file.attribute.FileTime.fromMillis(0));
        Program.Result listed = run("plugin", "list");
        assertEquals(0, listed.exitCode());
        assertTrue(listed.out().contains("broken.jar") && listed.out().contains("refused"), listed.out());
        assertEquals(3, run("plugin", "install", broken.toString()).exitCode());
    }
}
