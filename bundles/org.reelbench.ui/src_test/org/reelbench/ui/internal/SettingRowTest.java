package org.reelbench.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.settings.Setting;
import org.reelbench.settings.Settings;
import org.reelbench.settings.SettingsException;

class SettingRowTest {

    private static Setting setting(String name) {
        return Setting.named(name).orElseThrow();
    }

    @Test
    void whatIsLeftAsItWasIsNotWritten() {
        Setting ports = setting("http.ports");
        assertEquals(Optional.empty(), SettingRow.change(ports, "8000-9000", " 8000-9000 "));
        assertEquals(Optional.of("8080"), SettingRow.change(ports, "8000-9000", " 8080 "));
    }

    @Test
    void theUsualValueNeedsNoLineInTheFile() {
        assertEquals(Optional.of(""), SettingRow.change(setting("http.ports"), "8080", "8000-9000"));
        assertEquals(Optional.of(""), SettingRow.change(setting("proxies.enabled"), "false", "true"));
    }

    @Test
    void whatCannotBeChangedIsNotWritten() {
        assertEquals(Optional.empty(), SettingRow.change(setting("http.ports"), null, "8080"));
    }

    @Test
    void aBadValueIsRefusedWithTheNameOfItsField() {
        assertEquals(Optional.of("Memory: memory.budget.mib is a whole number, not 'much'"),
                SettingRow.problem(setting("memory.budget.mib"), "Memory", "much"));
        assertEquals(Optional.empty(), SettingRow.problem(setting("memory.budget.mib"), "Memory", "700"));
    }

    @Test
    void onlyTheFileCanBeChanged() throws SettingsException {
        Settings settings = Settings.of(List.of("http.ports=1"), Map.of("REELBENCH_HTTP_CONNECTIONS", "2"), "file",
                "http.idle.seconds=3");
        assertEquals(Optional.of("a flag of this run"), SettingRow.owner(settings.given("http.ports")));
        assertEquals(Optional.of("the environment (REELBENCH_HTTP_CONNECTIONS)"),
                SettingRow.owner(settings.given("http.connections")));
        assertEquals(Optional.empty(), SettingRow.owner(settings.given("http.idle.seconds")));
        assertEquals(Optional.empty(), SettingRow.owner(settings.given("http.address")));
    }
}
