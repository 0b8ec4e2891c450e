package org.reelbench.workbench.closing.it;

import java.util.Locale;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Begins when the program starts, and does what the environment asks for; where it cannot, the program ends with a code of its own. */
public final class Hand implements BundleActivator {

    /** What to do, one of {@link Task}. */
    private static final String TASK = "REELBENCH_HAND";
    /** The film that the export would make. */
    private static final String FILM = "REELBENCH_HAND_FILM";
    private static final int FAILED = 99;

    @Override
    public void start(BundleContext context) {
        Task task = Task.valueOf(System.getenv(TASK).toUpperCase(Locale.ROOT));
        Thread.ofPlatform().daemon().name("hand").start(() -> use(task));
    }

    private static void use(Task task) {
        try {
            task.run(new Window(), String.valueOf(System.getenv(FILM)));
        } catch (RuntimeException | AssertionError e) {
            e.printStackTrace();
            // The window is in a state that nobody knows: an orderly end might wait for ever.
            Runtime.getRuntime().halt(FAILED);
        }
    }

    @Override
    public void stop(BundleContext context) {
        // the thread ends with the window
    }
}
