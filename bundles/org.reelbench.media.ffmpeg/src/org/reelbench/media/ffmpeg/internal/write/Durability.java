package org.reelbench.media.ffmpeg.internal.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;

/**
 * Waits until the bytes of a file are on the disk. A system that has begun to do so cannot be told to stop, so it happens on a
 * thread of its own, which a cancelled caller leaves behind; it ends with the disk's last byte and holds nothing but the file.
 */
final class Durability {

    private static final long LOOK_MS = 50;

    private Durability() {
    }

    static void await(Path file, Cancellation cancellation) throws MediaException {
        FutureTask<Path> forced = new FutureTask<>(() -> force(file));
        Thread.ofPlatform().daemon().name("reelbench-force " + file.getFileName()).start(forced);
        boolean interrupted = false;
        try {
            while (true) {
                cancellation.check();
                try {
                    forced.get(LOOK_MS, TimeUnit.MILLISECONDS);
                    return;
                } catch (TimeoutException e) {
                    // look at the cancellation again
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new MediaException(Reason.UNWRITABLE, file.toString(),
                    "the disk did not take all of it: " + e.getCause().getMessage(), e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Path force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return file;
    }
}
