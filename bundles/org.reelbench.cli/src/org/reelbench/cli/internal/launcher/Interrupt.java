package org.reelbench.cli.internal.launcher;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.launch.Framework;

/**
 * What Ctrl-C does: the command line is told first, while everything it works with is still there; it ends, then the framework.
 * The exit code is the command's, as a server that is ended this way has ended well. For every thread.
 */
final class Interrupt {

    /** What the system's own end of an interrupted program says. */
    private static final int INTERRUPTED = 130;

    private final Framework framework;
    private final long graceMs;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Callable<Integer> commandLine;
    private volatile int exitCode = INTERRUPTED;

    Interrupt(Framework framework, long graceMs) {
        this.framework = framework;
        this.graceMs = graceMs;
    }

    /** This is what is to be told from now on. */
    void running(Callable<Integer> program) {
        commandLine = program;
    }

    /** The command has ended like this. */
    void exitCode(int code) {
        exitCode = code;
    }

    /** Everything has ended. */
    void ended() {
        ended.countDown();
    }

    /** The process is about to end: by itself, or because somebody wants it to. */
    void happened() {
        if (ended.getCount() == 0) {
            return;
        }
        try {
            if (commandLine instanceof AutoCloseable program) {
                program.close();
            } else {
                framework.stop();
            }
            if (!ended.await(graceMs, TimeUnit.MILLISECONDS)) {
                framework.stop();
                ended.await(graceMs, TimeUnit.MILLISECONDS);
            }
        } catch (Exception e) {
            System.err.println("reelbench: stopping failed: " + e.getMessage());
        }
        System.out.flush();
        System.err.flush();
        // Without this the process would end as one that a signal has killed.
        Runtime.getRuntime().halt(exitCode);
    }
}
