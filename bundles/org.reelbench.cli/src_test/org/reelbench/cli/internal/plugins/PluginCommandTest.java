package org.reelbench.cli.internal.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.media.Cancellation;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.PluginException.Reason;
import org.reelbench.plugins.Plugins;

/** Plug-ins on the command line. */
class PluginCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> calls = new ArrayList<>();
    private final Path folder;
    private Reason refusal = Reason.FILE;
    private boolean refuses;

    PluginCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private final Plugins plugins = new Plugins() {

        private Plugin did(String what, Object with) throws PluginException {
            calls.add(what + " " + with);
            if (refuses) {
                throw new PluginException(refusal, "a reason", null);
            }
            return new Plugin("org.example.one", "1.0.0", "One", State.RUNNING, "", folder.resolve("one.jar"), 0, 0, 0);
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public boolean isSafeMode() {
            return false;
        }

        @Override
        public List<Plugin> plugins() {
            return List
                    .of(new Plugin("org.example.bad", "2.0.0", "Bad", State.QUARANTINED, "it hung", folder.resolve("b.jar"), 1, 1,
                            0));
        }

        @Override
        public long calls() {
            return 0;
        }

        @Override
        public SortedMap<String, Long> lentBytes() {
            return new TreeMap<>(Map.of("org.example.bad", 6L << 20));
        }

        @Override
        public void look() {
            calls.add("look");
        }

        @Override
        public Plugin install(Path file) throws PluginException {
            return did("install", file.getFileName());
        }

        @Override
        public Plugin update(Path file) throws PluginException {
            return did("update", file.getFileName());
        }

        @Override
        public Plugin rollBack(String id) throws PluginException {
            return did("rollBack", id);
        }

        @Override
        public Plugin retry(String id) throws PluginException {
            return did("retry", id);
        }

        @Override
        public void remove(String id) throws PluginException {
            did("remove", id);
        }
    };

    private String run(String... words) throws CommandException {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(ExitCode.OK,
                new PluginCommand(plugins).run(List.of(words), new Console(stream, stream, false, folder, new Cancellation())));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void eachWordDoesWhatItSays() throws Exception {
        assertTrue(run("install", "one.jar").contains("org.example.one"));
        run("update", "one.jar");
        run("rollback", "org.example.one");
        run("retry", "org.example.one");
        assertEquals("", run("remove", "org.example.one"));
        assertEquals(List.of("install one.jar", "update one.jar", "rollBack org.example.one", "retry org.example.one",
                "remove org.example.one"), calls);
    }

    @Test
    void listTellsWhyOneDoesNotRun() throws Exception {
        String text = run("list");
        assertEquals(List.of("look"), calls);
        assertTrue(text.contains("quarantined: it hung; calls that never returned: 1; 6,291,456 bytes of native memory at least"),
                text);
        String json = run("list", "--json");
        assertTrue(json.contains("\"state\":\"quarantined\"") && json.contains("\"abandonedCalls\":1"), json);
        assertTrue(json.contains("\"nativeBytes\":6291456,\"registeredBytes\":0}"), json);
    }

    @Test
    void siteIsInstalledWhole() throws Exception {
        Path site = Files.createDirectories(folder.resolve("site").resolve("plugins"));
        Files.createFile(site.resolve("b.jar"));
        Files.createFile(site.resolve("a.jar"));
        run("install", "site");
        assertEquals(List.of("install a.jar", "install b.jar"), calls);
        assertEquals(ExitCode.INPUT, assertThrows(CommandException.class, () -> run("install", ".")).exitCode());
    }

    @Test
    void wordsThatOtherBundlesBringAreItsOwn() throws Exception {
        PluginCommand command = new PluginCommand(plugins);
        Subcommand other = new Subcommand() {

            @Override
            public String name() {
                return "paint";
            }

            @Override
            public String summary() {
                return "paints";
            }

            @Override
            public String usage() {
                return "plugin paint [COLOUR]";
            }

            @Override
            public int run(List<String> words, Console console) {
                calls.addAll(words);
                return ExitCode.FAILED;
            }
        };
        command.addOther(other);
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Console console = new Console(stream, stream, false, folder, new Cancellation());
        assertEquals(ExitCode.FAILED, command.run(List.of("paint", "red"), console));
        assertEquals(List.of("red"), calls);
        assertTrue(command.usage().contains("plugin paint [COLOUR]"));
        command.removeOther(other);
        assertThrows(CommandException.class, () -> command.run(List.of("paint", "red"), console));
    }

    @Test
    void refusalsHaveTheirExitCodes() {
        refuses = true;
        assertRefused(Reason.FILE, ExitCode.INPUT);
        assertRefused(Reason.UNKNOWN, ExitCode.INPUT);
        assertRefused(Reason.FOLDER, ExitCode.OUTPUT);
        assertRefused(Reason.SIGNATURE, ExitCode.FAILED);
        assertRefused(Reason.CODE, ExitCode.FAILED);
    }

    @Test
    void wrongCallsAreRefused() {
        for (String[] words : new String[][] { { "install" }, { "list", "x" }, { "paint", "x" } }) {
            assertEquals(ExitCode.USAGE, assertThrows(CommandException.class, () -> run(words)).exitCode());
        }
    }

    private void assertRefused(Reason reason, int exitCode) {
        refusal = reason;
        CommandException refused = assertThrows(CommandException.class, () -> run("remove", "x"));
        assertEquals(exitCode, refused.exitCode());
        assertEquals("a reason", refused.getMessage());
    }
}
