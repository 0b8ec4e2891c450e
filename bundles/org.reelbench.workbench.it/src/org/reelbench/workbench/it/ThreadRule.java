package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails tests in which the UI thread touches a file, the network or native media, or does not answer. */
final class ThreadRule implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private final UiWatchdog watchdog = new UiWatchdog();
    private UiFileWatch files;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Driver.ofTheWindow();
        Guards.install();
        watchdog.beforeAll(context);
        files = UiFileWatch.start(PlatformUI.getWorkbench().getDisplay().getThread());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertEquals(List.of(), Guards.newViolations(), "called on the UI thread");
        watchdog.afterEach(context);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        watchdog.afterAll(context);
        assertEquals(List.of(), files.stop(), "done on the UI thread");
    }
}
