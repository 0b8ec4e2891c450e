package org.reelbench.ui.export.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.reelbench.ui.UiThread;

/**
 * Tells people who look at another window of the end of an export, by the desktop's own notices: where there is a desktop that shows
 * some, and the usual program that asks it to.
 */
final class SystemNotice {

    private static final String PROGRAM = "notify-send";
    /** How programs find the desktop; without it none is running, and the program would start parts of one. */
    private static final String DESKTOP = "DBUS_SESSION_BUS_ADDRESS";
    private static final long LIMIT_S = 5;

    private SystemNotice() {
    }

    /** Shows a notice unless one of our windows is the one people work in; from any thread. */
    static void show(String title, String text) {
        if (System.getenv(DESKTOP) == null) {
            return;
        }
        UiThread.later(() -> {
            if (Display.getCurrent().getActiveShell() == null) {
                Job job = Job.create("Showing a notice", _ -> {
                    List<Path> folders = Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of).toList();
                    send(folders, title, text);
                    return Status.OK_STATUS;
                });
                job.setSystem(true);
                job.schedule();
            }
        });
    }

    /** Asks the desktop for a notice by the program in the first of the folders that has it; does nothing if none has. */
    static void send(List<Path> folders, String title, String text) {
        UiThread.forbid("asking the desktop for a notice");
        Optional<Path> program = folders.stream().map(folder -> folder.resolve(PROGRAM)).filter(Files::isExecutable).findFirst();
        if (program.isEmpty()) {
            return;
        }
        try {
            Process process = new ProcessBuilder(program.get().toString(), "--app-name=Reelbench", "--", title, text)
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (IOException e) {
            ILog.of(SystemNotice.class).warn("The desktop could not be asked for a notice", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
