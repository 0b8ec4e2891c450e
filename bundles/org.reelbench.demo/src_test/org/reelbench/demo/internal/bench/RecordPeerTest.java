package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.CommandException;

class RecordPeerTest {

    @Test
    void theLastCountIsThatOfAllPictures(@TempDir Path folder) throws Exception {
        Path log = Files.writeString(folder.resolve("log"), "frame=10\nfps=0\nprogress=continue\nframe=449\nprogress=end\n");
        assertEquals(449, RecordPeer.frames(log));
    }

    @Test
    void nothingRecordedIsAFailure(@TempDir Path folder) throws Exception {
        Path log = Files.writeString(folder.resolve("log"), "frame=0\nprogress=end\n");
        assertThrows(CommandException.class, () -> RecordPeer.frames(log));
    }

    @Test
    void theEncoderIsMadeQuickAsTheRecorderDoes() {
        String said = String.join(" ", RecordPeer.arguments(":7", "libx264", 15, Path.of("film.mp4")));
        assertTrue(said.contains("-i :7 -t 15 -c:v libx264") && said.contains("-preset:v ultrafast -tune:v zerolatency"), said);
        assertTrue(said.endsWith("-f mp4 film.mp4"), said);
    }
}
