package org.reelbench.settings.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.settings.Setting;
import org.reelbench.settings.Settings;
import org.reelbench.settings.SettingsException;

class SettingsTest {

    private static final String FILE = """
            # the machine in the cellar
            http.ports = 8100
            memory.budget.mib=700

            remote.hosts = a.example, b.example:81
            """;

    private static Settings of(List<String> flags, Map<String, String> environment, String file) throws SettingsException {
        return Settings.of(flags, environment, "reelbench.conf", file);
    }

    @Test
    void aFlagCountsMoreThanTheEnvironmentAndThatMoreThanTheFile() throws SettingsException {
        Map<String, String> environment = Map.of("REELBENCH_HTTP_PORTS", "8200", "REELBENCH_PROXIES_ENABLED", "false");
        Settings settings = of(List.of("http.ports=8300"), environment, FILE);
        assertEquals(Map.of("ports", "8300"), settings.of("org.reelbench.http"));
        assertEquals(Map.of("enabled", false), settings.of("org.reelbench.proxies"));
        assertEquals(Map.of("budget.mib", 700), settings.of("org.reelbench.memory"));
        assertEquals(Map.of("ports", "8200"), of(List.of(), environment, FILE).of("org.reelbench.http"));
        assertEquals(Map.of("ports", "8100"), of(List.of(), Map.of(), FILE).of("org.reelbench.http"));
        assertEquals(Map.of(), of(List.of(), Map.of(), "").of("org.reelbench.http"));
        assertArrayEquals(new String[] { "a.example", "b.example:81" },
                (String[]) settings.of("org.reelbench.remote").get("hosts"));
        assertEquals(Optional.of("8300"), settings.text("http.ports"));
        assertEquals(Optional.empty(), settings.text("http.address"));
    }

    @Test
    void aMistakeIsNamedWithItsPlace() {
        assertEquals("reelbench.conf, line 2: there is no setting 'http.port'; 'reelbench settings' lists them",
                refused(List.of(), Map.of(), "\nhttp.port = 1"));
        assertEquals("REELBENCH_MEMORY_BUDGET_MIB: memory.budget.mib is a whole number, not '1 GiB'",
                refused(List.of(), Map.of("REELBENCH_MEMORY_BUDGET_MIB", "1 GiB"), ""));
        assertEquals("--set: proxies.enabled is true or false, not 'yes'", refused(List.of("proxies.enabled=yes"), Map.of(), ""));
        assertEquals("--set: write NAME=VALUE, not 'http.ports'", refused(List.of("http.ports"), Map.of(), ""));
        assertTrue(refused(List.of(), Map.of(), "http.ports=1\nhttp.ports=2").contains("line 2: http.ports was set before"));
    }

    private static String refused(List<String> flags, Map<String, String> environment, String file) {
        return assertThrows(SettingsException.class, () -> of(flags, environment, file)).getMessage();
    }

    @Test
    void theFileIsWhatTheFlagNamesElseTheEnvironmentElseTheUsersOwn(@TempDir Path folder) throws Exception {
        Path flag = Files.writeString(folder.resolve("flag.conf"), "http.ports = 1");
        Path named = Files.writeString(folder.resolve("named.conf"), "http.ports = 2");
        Path own = folder.resolve(".config/reelbench/reelbench.conf");
        Files.createDirectories(own.getParent());
        Files.writeString(own, "http.ports = 3");
        Map<String, String> environment = Map.of("REELBENCH_CONFIG", named.toString());
        assertEquals(flag.toString(), SettingsFile.find(flag.toString(), environment, folder, "Linux").name());
        assertEquals(named.toString(), SettingsFile.find("", environment, folder, "Linux").name());
        assertEquals("http.ports = 3", SettingsFile.find("", Map.of(), folder, "Linux").text());
        assertTrue(assertThrows(SettingsException.class,
                () -> SettingsFile.find(folder.resolve("none").toString(), Map.of(), folder, "Linux")).getMessage()
                .contains("--config"));
        assertEquals(Path.of("/etc/reelbench/reelbench.conf"), SettingsFile.usual(Map.of(), folder, "linux").get(1));
    }

    @Test
    void everySettingHasANameOfItsOwnEverywhere() {
        assertEquals(Setting.ALL.size(), Setting.ALL.stream().map(Setting::name).distinct().count());
        assertEquals(Setting.ALL.size(), Setting.ALL.stream().map(Setting::variable).distinct().count());
    }
}
