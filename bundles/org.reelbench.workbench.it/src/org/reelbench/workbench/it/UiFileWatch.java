package org.reelbench.workbench.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;
import org.osgi.framework.Bundle;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Sees what our classes read, write and send on the UI thread, by the flight recorder of the Java machine.
 * <p>
 * Not seen: questions about files that neither read nor write, such as whether there is one. Not counted: the program's own files,
 * because classes and icons are loaded when they are first needed, wherever that is.
 */
final class UiFileWatch {

    private static final List<String> EVENTS = List.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce", "jdk.SocketRead",
            "jdk.SocketWrite");
    /** The frame below everything on the UI thread. */
    static final String MAIN_LOOP = "org.reelbench.workbench.internal.WorkbenchApplication";

    private final Recording recording = new Recording();
    private final long uiThread;

    private UiFileWatch(long uiThread) {
        this.uiThread = uiThread;
    }

    static UiFileWatch start(Thread uiThread) {
        UiFileWatch watch = new UiFileWatch(uiThread.threadId());
        EVENTS.forEach(event -> watch.recording.enable(event).withThreshold(Duration.ZERO).withStackTrace());
        watch.recording.start();
        return watch;
    }

    /** Ends and tells what was seen, one line each. */
    List<String> stop() throws IOException {
        Path file = Files.createTempFile("reelbench-ui", ".jfr");
        try (recording) {
            recording.stop();
            recording.dump(file);
            return violations(file);
        } finally {
            Files.delete(file);
        }
    }

    private List<String> violations(Path file) throws IOException {
        List<Path> own = ownFiles();
        List<String> violations = new ArrayList<>();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                boolean isOurs = event.getThread() != null && event.getThread().getJavaThreadId() == uiThread;
                if (isOurs && !isOwnFile(event, own)) {
                    culprit(event).ifPresent(frame -> violations.add(event.getEventType().getName() + " of " + target(event)
                            + " by " + frame));
                }
            }
        }
        return violations.stream().distinct().toList();
    }

    private static Optional<String> culprit(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return Optional.empty();
        }
        return event.getStackTrace().getFrames().stream().filter(RecordedFrame::isJavaFrame)
                .filter(frame -> frame.getMethod().getType().getName().startsWith("org.reelbench."))
                .filter(frame -> !frame.getMethod().getType().getName().startsWith(MAIN_LOOP))
                .map(frame -> frame.getMethod().getType().getName() + "." + frame.getMethod().getName() + ":"
                        + frame.getLineNumber())
                .findFirst();
    }

    private static String target(RecordedEvent event) {
        return event.hasField("path") ? String.valueOf(event.getString("path")) : String.valueOf(event.getString("address"));
    }

    private static boolean isOwnFile(RecordedEvent event, List<Path> own) {
        String path = event.hasField("path") ? event.getString("path") : null;
        return path != null && own.stream().anyMatch(Path.of(path).toAbsolutePath().normalize()::startsWith);
    }

    private static List<Path> ownFiles() {
        Stream<Path> bundles = Stream.of(Services.context().getBundles()).map(UiFileWatch::file).flatMap(Optional::stream);
        Stream<Path> platform = Stream.of(Platform.getConfigurationLocation(), Platform.getInstallLocation())
                .flatMap(UiFileWatch::file);
        return Stream.concat(Stream.concat(bundles, platform), Stream.of(Path.of(System.getProperty("java.home")))).toList();
    }

    private static Optional<Path> file(Bundle bundle) {
        return FileLocator.getBundleFileLocation(bundle).map(file -> file.toPath().toAbsolutePath().normalize());
    }

    private static Stream<Path> file(Location location) {
        return location == null || !location.isSet() ? Stream.of() : Stream.of(Path.of(location.getURL().getPath()).normalize());
    }
}
