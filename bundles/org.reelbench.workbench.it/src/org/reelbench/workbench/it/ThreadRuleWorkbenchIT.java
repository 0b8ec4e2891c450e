package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.MediaEngine;

/** What watches over the UI thread in the other tests really sees it. */
class ThreadRuleWorkbenchIT {

    @TempDir
    Path folder;

    private final Driver driver = Driver.ofTheWindow();

    @Test
    void aFileReadOnTheUiThreadIsSeen() throws IOException {
        Path file = Files.writeString(folder.resolve("some.txt"), "text");
        UiFileWatch watch = UiFileWatch.start(PlatformUI.getWorkbench().getDisplay().getThread());
        read(file);
        assertEquals(List.of(), watch.stop(), "on other threads files may be read");

        watch = UiFileWatch.start(PlatformUI.getWorkbench().getDisplay().getThread());
        driver.act(() -> read(file));
        List<String> seen = watch.stop();
        assertEquals(1, seen.size(), seen::toString);
        assertEquals("jdk.FileRead of " + file, seen.getFirst().replaceFirst(" by .*", ""));
    }

    private static void read(Path file) {
        try {
            Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aServiceCalledOnTheUiThreadIsSeen() throws Exception {
        Guards.install();
        MediaEngine engine = Services.get(MediaEngine.class);
        engine.version();
        assertEquals(List.of(), Guards.newViolations(), "on other threads services may be called");
        driver.act(() -> assertThrows(IllegalStateException.class, engine::version));
        assertEquals(List.of("MediaEngine.version by a test"), Guards.newViolations());
    }
}
