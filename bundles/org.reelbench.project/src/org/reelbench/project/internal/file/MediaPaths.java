package org.reelbench.project.internal.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.reelbench.timeline.MediaReference;

/**
 * Translates media paths between the file, where they are relative to it if they can be, and the project in memory, where they
 * are absolute: so the project can be saved elsewhere, or moved with its media, and undo never brings back a path that was
 * relative to some other place.
 * <p>
 * Immutable. Looks at the file system only when it is made.
 */
public final class MediaPaths {

    private static final Path NOWHERE = Path.of("");

    private final Path folder;
    private final Path realFolder;

    private MediaPaths(Path folder, Path realFolder) {
        this.folder = folder;
        this.realFolder = realFolder;
    }

    /**
     * Returns the translation for a project file.
     *
     * @throws IOException if the file's folder cannot be found
     */
    public static MediaPaths of(Path projectFile) throws IOException {
        Path absolute = projectFile.toAbsolutePath();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        return new MediaPaths(folder.normalize(), folder.toRealPath());
    }

    /** Returns the translation for a text that is in no file: paths stay as they are in memory. */
    static MediaPaths none() {
        return new MediaPaths(NOWHERE, NOWHERE);
    }

    /**
     * Returns the absolute path, with '/' on every platform; an address as it is.
     *
     * @throws InvalidPathException if the text cannot be a path here
     */
    public String toMemory(String path) {
        // From the real folder, because ".." of a folder reached through a link is not the folder the link lies in.
        if (path.isBlank()) {
            throw new InvalidPathException(path, "it is blank");
        }
        if (MediaReference.isAddress(path) || folder == NOWHERE) {
            return path;
        }
        Path given = Path.of(path);
        return slashed(given.isAbsolute() ? given : realFolder.resolve(given).normalize());
    }

    /**
     * Returns the path for the file: relative for what lies under the project's folder or in a folder beside it; an address as it
     * is.
     */
    public String toFile(String path) {
        if (MediaReference.isAddress(path) || folder == NOWHERE) {
            return path;
        }
        Path given = Path.of(path);
        if (given.isAbsolute()) {
            Path normal = given.normalize();
            for (Path base : List.of(realFolder, folder)) {
                if (normal.startsWith(base) && !normal.equals(base)) {
                    return slashed(base.relativize(normal));
                }
            }
            // Beside a folder in the root lies everything: such a path says more when it is absolute.
            Path beside = realFolder.getParent();
            if (beside != null && beside.getNameCount() > 0 && normal.startsWith(beside) && !realFolder.startsWith(normal)) {
                return slashed(realFolder.relativize(normal));
            }
        }
        return slashed(given);
    }

    /** Returns the path with / on every platform. */
    public static String slashed(Path path) {
        String text = path.toString();
        return File.separatorChar == '/' ? text : text.replace(File.separatorChar, '/');
    }
}
