package org.reelbench.media.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a file was moved: a beginning of its old path that became a folder. {@code /old/film/a.mp4} found as
 * {@code /new/film/a.mp4} means that everything under {@code /old} may be under {@code /new} now.
 *
 * @param from the names of the folders that are no more, from the root
 * @param to the folder in their place
 */
public record Displacement(List<String> from, Path to) {

    /**
     * Returns what moved a file; its own name may have changed, too.
     *
     * @param oldPath where it was, with {@code /} between folders
     * @param newPath where it is, absolute
     */
    public static Displacement of(String oldPath, Path newPath) {
        List<String> names = new ArrayList<>(names(oldPath));
        names.removeLast();
        Path folder = parent(newPath);
        while (!names.isEmpty() && folder.getFileName() != null && names.getLast().equals(folder.getFileName().toString())) {
            names.removeLast();
            folder = parent(folder);
        }
        return new Displacement(List.copyOf(names), folder);
    }

    /** Returns where a file would be now, or empty if it did not lie where this tells of. */
    Optional<Path> apply(String oldPath) {
        List<String> names = names(oldPath);
        if (names.size() <= from.size() || !names.subList(0, from.size()).equals(from)) {
            return Optional.empty();
        }
        try {
            return Optional.of(to.resolve(String.join("/", names.subList(from.size(), names.size()))));
        } catch (InvalidPathException e) {
            // A name that another platform allows: no file here has it.
            return Optional.empty();
        }
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    /** Returns the names in a path; what lies in the root has an empty list of folders. */
    static List<String> names(String path) {
        List<String> names = new ArrayList<>(List.of(path.split("/")));
        names.removeIf(String::isEmpty);
        return names.isEmpty() ? List.of(path) : names;
    }
}
