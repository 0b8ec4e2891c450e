package org.reelbench.ui.capture.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.reelbench.ui.UiThread;

/** Names the file of the next recording: beside the project, or among the user's videos, and never one that exists. */
final class RecordingFile {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);

    private RecordingFile() {
    }

    static Path next(Optional<Path> project, Path home, LocalDateTime now) {
        UiThread.forbid("looking for a name that is free");
        return next(folder(project, home, Files::isDirectory), now, Files::exists);
    }

    static Path folder(Optional<Path> project, Path home, Predicate<Path> isFolder) {
        Optional<Path> beside = project.map(Path::getParent).filter(isFolder);
        Path videos = home.resolve("Videos");
        return beside.orElse(isFolder.test(videos) ? videos : home);
    }

    static Path next(Path folder, LocalDateTime now, Predicate<Path> exists) {
        String name = "Recording " + STAMP.format(now);
        Path file = folder.resolve(name + ".mp4");
        for (int number = 2; exists.test(file); number++) {
            file = folder.resolve(name + " (" + number + ").mp4");
        }
        return file;
    }
}
