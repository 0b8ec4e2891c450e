package org.reelbench.ui.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

class RecordingFileTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2031, 4, 5, 6, 7, 8);
    private static final Path HOME = Path.of("/home/me");

    @Test
    void recordingsLieBesideTheProjectOrAmongTheVideos() {
        assertEquals(Path.of("/films"), RecordingFile.folder(Optional.of(Path.of("/films/a.reel")), HOME, _ -> true));
        assertEquals(HOME.resolve("Videos"), RecordingFile.folder(Optional.empty(), HOME, _ -> true));
        assertEquals(HOME, RecordingFile.folder(Optional.of(Path.of("/films/a.reel")), HOME, _ -> false));
    }

    @Test
    void noRecordingTakesTheNameOfAnother() {
        Path first = HOME.resolve("Recording 2031-04-05 06.07.08.mp4");
        Path second = HOME.resolve("Recording 2031-04-05 06.07.08 (2).mp4");
        assertEquals(first, RecordingFile.next(HOME, NOW, _ -> false));
        assertEquals(HOME.resolve("Recording 2031-04-05 06.07.08 (3).mp4"),
                RecordingFile.next(HOME, NOW, Set.of(first, second)::contains));
    }
}
