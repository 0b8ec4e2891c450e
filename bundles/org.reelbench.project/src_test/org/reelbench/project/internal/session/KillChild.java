package org.reelbench.project.internal.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import org.reelbench.project.ProjectSession;
import org.reelbench.project.internal.file.FileOperations;
import org.reelbench.project.internal.journal.ExecutorTimer;
import org.reelbench.project.internal.journal.JournalSettings;
import org.reelbench.timeline.EditRefused;

/**
 * A program that edits a project until it is killed. It tells the number of steps of which it knows that they are secured, on a
 * line of its own, and what it saves.
 */
public final class KillChild {

    private KillChild() {
    }

    static FileSessions sessions() {
        JournalSettings settings = new JournalSettings(new FileOperations(),
                new ExecutorTimer(Executors.newScheduledThreadPool(2, task -> {
                    Thread thread = new Thread(task, "journal");
                    thread.setDaemon(true);
                    return thread;
                })), 10, 50, 40, 1 << 16, 300);
        return new FileSessions(settings);
    }

    /** Makes the next step; the same seed and state make the same. */
    static void step(Random random, ProjectSession session) throws EditRefused {
        if (random.nextInt(5) == 0 && session.undoLabel().isPresent()) {
            session.undo();
        } else if (random.nextInt(8) == 0 && session.redoLabel().isPresent()) {
            session.redo();
        } else {
            session.execute(Edits.next(random, session));
        }
    }

    /** Arguments: the project, the seed. */
    public static void main(String[] arguments) throws IOException, EditRefused {
        ProjectSession session = sessions().open(Path.of(arguments[0]));
        Random random = new Random(Long.parseLong(arguments[1]));
        Random pace = new Random();
        long begin = session.revision();
        tell("open 0");
        while (true) {
            step(random, session);
            if (pace.nextInt(6) == 0) {
                while (session.securedRevision() < session.revision()) {
                    LockSupport.parkNanos(100_000);
                }
            }
            if (pace.nextInt(25) == 0) {
                session.save();
                tell("saved " + (session.revision() - begin));
            }
            tell("secured " + (session.securedRevision() - begin));
        }
    }

    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
