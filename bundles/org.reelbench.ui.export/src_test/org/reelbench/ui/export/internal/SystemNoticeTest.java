package org.reelbench.ui.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SystemNoticeTest {

    @TempDir
    Path folder = Path.of("set by the framework");

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is of other desktops")
    void theFirstProgramThatIsThereIsAskedWithTheWordsAsTheyAre() throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));
        Path said = folder.resolve("said");
        Path program = Files.writeString(there.resolve("notify-send"),
                "#!/bin/sh\nfor word in \"$@\"; do echo \"$word\"; done > '" + said + "'\n");
        assertTrue(program.toFile().setExecutable(true));
        SystemNotice.send(List.of(folder, there), "Export done", "$(rm) -it's \"done\"");
        assertEquals(List.of("--app-name=Reelbench", "--", "Export done", "$(rm) -it's \"done\""), Files.readAllLines(said));
    }

    @Test
    void withoutTheProgramNothingIsShown() {
        SystemNotice.send(List.of(folder), "Export done", "one.mp4");
        assertEquals(0, folder.toFile().list().length);
    }
}
