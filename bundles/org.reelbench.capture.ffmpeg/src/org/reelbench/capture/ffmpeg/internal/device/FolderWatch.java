package org.reelbench.capture.ffmpeg.internal.device;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

import org.reelbench.capture.CaptureSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the folder in which the system keeps its devices, on a thread of its own until it is closed. */
public final class FolderWatch implements CaptureSource.Watching {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final WatchService service;

    private FolderWatch(WatchService service) {
        this.service = service;
    }

    /**
     * Begins to watch.
     *
     * @param folder the folder
     * @param prefix how the names of devices begin
     * @param changed called after a device has come or gone
     * @return ends the watch when closed; it does nothing where the system lets nothing be watched
     */
    public static CaptureSource.Watching of(Path folder, String prefix, Runnable changed) {
        if (!Files.isDirectory(folder)) {
            return () -> {
            };
        }
        try {
            WatchService service = folder.getFileSystem().newWatchService();
            folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            FolderWatch watch = new FolderWatch(service);
            Thread.ofPlatform().daemon().name("reelbench-capture-" + prefix).start(() -> watch.follow(prefix, changed));
            return watch;
        } catch (IOException e) {
            LOG.info("Devices that come and go are not noticed: {} cannot be watched", folder, e);
            return () -> {
            };
        }
    }

    private void follow(String prefix, Runnable changed) {
        try {
            while (true) {
                WatchKey key = service.take();
                if (key.pollEvents().stream().map(WatchEvent::context)
                        .anyMatch(name -> name == null || name.toString().startsWith(prefix))) {
                    changed.run();
                }
                if (!key.reset()) {
                    return;
                }
            }
        } catch (ClosedWatchServiceException _) {
            // This is how a watch ends.
            return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("A watch is not closed", e);
        }
    }
}
