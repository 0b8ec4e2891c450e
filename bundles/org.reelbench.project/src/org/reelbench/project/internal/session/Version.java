package org.reelbench.project.internal.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.ProjectChangedOnDisk;
import org.reelbench.project.internal.file.FileStamp;

/**
 * The version of the project file that the session knows. The content decides; who wrote it when only spares reading it.
 */
record Version(Optional<FileStamp> stamp, @Nullable FileTime modified, @Nullable Object key) {

    /** No file. */
    static final Version NONE = new Version(Optional.empty(), null, null);

    /** Returns the version that was just read or written. */
    static Version of(Path file, FileStamp stamp) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.size() == stamp.bytes()
                ? new Version(Optional.of(stamp), attributes.lastModifiedTime(), attributes.fileKey())
                : new Version(Optional.of(stamp), null, null);
    }

    /** Refuses a file that is another version; one that is gone is none. */
    void requireIn(Path file) throws IOException {
        if (stamp.isEmpty() || Files.notExists(file)) {
            return;
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        boolean isSeen = attributes.size() == stamp.get().bytes() && attributes.lastModifiedTime().equals(modified)
                && Objects.equals(attributes.fileKey(), key);
        if (!isSeen && !FileStamp.of(file).equals(stamp.get())) {
            throw new ProjectChangedOnDisk(file);
        }
    }
}
