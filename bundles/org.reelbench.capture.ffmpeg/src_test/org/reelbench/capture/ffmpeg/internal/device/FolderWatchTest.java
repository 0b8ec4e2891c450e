package org.reelbench.capture.ffmpeg.internal.device;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.capture.CaptureSource;

class FolderWatchTest {

    private static final int LIMIT_SECONDS = 120;

    @Test
    void devicesThatComeAndGoAreTold(@TempDir Path folder) throws Exception {
        Semaphore told = new Semaphore(0);
        try (CaptureSource.Watching _ = FolderWatch.of(folder, "video", told::release)) {
            Path node = Files.createFile(folder.resolve("video3"));
            assertTrue(told.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS), "nothing is told of one that came");
            Files.delete(node);
            assertTrue(told.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS), "nothing is told of one that went");
        }
    }

    @Test
    void aFolderThatIsNotThereIsNotWatchedAndNoFailure(@TempDir Path folder) {
        FolderWatch.of(folder.resolve("none"), "video", () -> {
            throw new IllegalStateException("nothing changed");
        }).close();
    }
}
