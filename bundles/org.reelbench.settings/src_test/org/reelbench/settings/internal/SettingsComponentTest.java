package org.reelbench.settings.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.settings.SettingsException;

@NonNullByDefault({})
class SettingsComponentTest {

    @TempDir
    Path folder;

    private final FakeConfigurations told = new FakeConfigurations();
    private Path file;

    @BeforeEach
    void writeTheFile() throws Exception {
        file = Files.writeString(folder.resolve("reelbench.conf"), """
                # the machine in the cellar
                http.ports = 8100
                memory.budget.mib=700

                # films of the archive
                remote.hosts = a.example
                """);
    }

    private SettingsComponent settings(String flags, Map<String, String> environment) {
        return new SettingsComponent(told.admin(), flags, file.toString(), environment, folder);
    }

    @Test
    void aChangeIsWrittenIntoItsLineAndToldAtOnce() throws Exception {
        SettingsComponent settings = settings("", Map.of());
        settings.apply();
        settings.keep(Map.of("memory.budget.mib", "900", "preview.workers", "2", "remote.hosts", ""));
        assertEquals("""
                # the machine in the cellar
                http.ports = 8100
                memory.budget.mib = 900

                # films of the archive
                preview.workers = 2
                """, Files.readString(file));
        assertEquals(900, told.kept.get("org.reelbench.memory").get("budget.mib"));
        assertEquals(2, told.kept.get("org.reelbench.preview").get("workers"));
        assertEquals(Optional.of("900"), settings.get().text("memory.budget.mib"));
        assertEquals(Optional.empty(), settings.get().text("remote.hosts"));
        assertFalse(told.kept.containsKey("org.reelbench.remote"), "nothing is left to be told");
        assertFalse(told.kept.containsKey("org.reelbench.http"), "a configuration would start the server");
    }

    @Test
    void whatAFlagOrTheEnvironmentSetsCannotBeChanged() throws Exception {
        SettingsComponent settings = settings("memory.budget.mib=512", Map.of("REELBENCH_PREVIEW_WORKERS", "1"));
        String before = Files.readString(file);
        assertEquals("memory.budget.mib is set by --set and cannot be changed here",
                refused(settings, Map.of("memory.budget.mib", "900", "proxies.quota.mib", "1")));
        assertEquals("preview.workers is set by REELBENCH_PREVIEW_WORKERS and cannot be changed here",
                refused(settings, Map.of("preview.workers", "")));
        assertEquals("here: proxies.quota.mib is a whole number, not 'much'",
                refused(settings, Map.of("proxies.quota.mib", "much")));
        assertEquals("there is no setting 'http.port'", refused(settings, Map.of("http.port", "1")));
        assertEquals(before, Files.readString(file));
    }

    private static String refused(SettingsComponent settings, Map<String, String> values) {
        return assertThrows(SettingsException.class, () -> settings.keep(values)).getMessage();
    }

    @Test
    void whatIsNotSetAnyMoreHoldsNoLongerAndWhatOthersSetStays() throws Exception {
        told.kept.put("org.reelbench.memory", new Hashtable<>(Map.of("other", "theirs")));
        settings("", Map.of()).apply();
        assertEquals(700, told.kept.get("org.reelbench.memory").get("budget.mib"));
        assertArrayEquals(new String[] { "a.example" }, (String[]) told.kept.get("org.reelbench.remote").get("hosts"));
        Files.writeString(file, "");
        settings("", Map.of()).apply();
        assertEquals(Set.of("other", "service.pid"), told.kept.get("org.reelbench.memory").keySet());
        assertFalse(told.kept.containsKey("org.reelbench.remote"));
    }

    @Test
    void theFirstChangeMakesTheUsersOwnFile() throws Exception {
        Path home = folder.resolve("home");
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", home.toString(), "APPDATA", home.toString());
        SettingsComponent settings = new SettingsComponent(told.admin(), "", "", environment, home);
        settings.keep(Map.of("memory.budget.mib", "900"));
        Path made = Path.of(settings.fileName());
        assertTrue(made.startsWith(home), made::toString);
        assertTrue(Files.readString(made).contains("memory.budget.mib = 900"));
        assertEquals(Optional.of("900"),
                new SettingsComponent(told.admin(), "", "", environment, home).get().text("memory.budget.mib"));
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAndNothingIsTold() throws Exception {
        Path blocked = Files.writeString(folder.resolve("blocked"), "");
        SettingsComponent settings = new SettingsComponent(told.admin(), "", "",
                Map.of("XDG_CONFIG_HOME", blocked.toString(), "APPDATA", blocked.toString()), blocked);
        String message = refused(settings, Map.of("memory.budget.mib", "900"));
        assertTrue(message.startsWith(blocked.toString()), message);
        assertTrue(message.contains("it cannot be written"), message);
        assertTrue(told.kept.isEmpty(), told.kept::toString);
        assertEquals(Optional.empty(), settings.get().text("memory.budget.mib"));
    }

    @Test
    void aCommandsOwnWordCountsMoreForTheServerAndListsAreJoined() throws Exception {
        Files.writeString(file, "http.ports = 8100\nhttp.origins = http://a.example\nhttp.connections = 7");
        Hashtable<String, Object> server = settings("", Map.of())
                .server(Map.of("ports", "8200", "origins", new String[] { "http://b.example" }));
        assertEquals("8200", server.get("ports"));
        assertEquals(7, server.get("connections"));
        assertArrayEquals(new String[] { "http://a.example", "http://b.example" }, (String[]) server.get("origins"));
    }

    @Test
    void portsAreRefusedThatCannotBe() throws Exception {
        SettingsComponent settings = settings("", Map.of());
        for (String ports : new String[] { "0", "8080", "8000-9000", "1-65535" }) {
            settings.keep(Map.of("http.ports", ports));
            assertEquals(Optional.of(ports), settings.get().text("http.ports"));
        }
        for (String ports : new String[] { "9000-8000", "1 - 65535", "70000", "0-10", "http", "-1" }) {
            assertEquals("here: http.ports is a port, two with - between them, or 0 for any, not '" + ports + "'",
                    refused(settings, Map.of("http.ports", ports)));
        }
    }
}
