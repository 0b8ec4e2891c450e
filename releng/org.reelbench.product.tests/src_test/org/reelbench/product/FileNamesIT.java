package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.product.Program.Result;

/** Names of files beyond ASCII keep their letters, whatever the language settings of the shell or service are. */
class FileNamesIT {

    @TempDir
    private Path folder;

    @Test
    void aProjectOfAnyNameIsMadeAndReadWhereTheLocaleIsBare() throws Exception {
        String name = "übung-映画.reel";
        Map<String, String> bare = Map.of("LC_ALL", "C", "LANG", "", "LC_CTYPE", "");
        Result made = Program.run(folder, bare, "new", name, "--rate", "30", "--size", "320x180");
        assertEquals(0, made.exitCode(), made.err());
        assertTrue(Files.exists(folder.resolve(name)), () -> made.out() + made.err());
        Result read = Program.run(folder, bare, "log", name);
        assertEquals(0, read.exitCode(), read.err());
    }
}
