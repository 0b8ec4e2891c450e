package org.reelbench.media.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaFingerprint;
import org.reelbench.media.MissingMedium;

/**
 * The files of a folder that may be missing media: those of a missing medium's size or name. All others are forgotten while
 * walking, so that a disk of a million files costs no memory.
 *
 * @param files the files, those with short paths first
 * @param notes folders that could not be read
 */
public record FolderIndex(List<Candidate> files, List<String> notes) {

    /** The index of nothing. */
    public static final FolderIndex EMPTY = new FolderIndex(List.of(), List.of());

    private static final int MAX_CANDIDATES = 100_000;

    /**
     * A file.
     *
     * @param file the file
     * @param name its name as it is compared
     * @param sizeBytes its size
     */
    record Candidate(Path file, String name, long sizeBytes) {
    }

    /**
     * Walks through a folder and all in it.
     *
     * @param folder the folder
     * @param missing what is looked for
     * @param cancellation asks to stop
     */
    public static FolderIndex of(Path folder, List<MissingMedium> missing, Cancellation cancellation) {
        Set<String> names = new HashSet<>();
        Set<Long> sizes = new HashSet<>();
        for (MissingMedium medium : missing) {
            names.add(nameOf(medium));
            MediaFingerprint.sizeBytes(medium.fingerprint()).ifPresent(sizes::add);
        }
        List<Candidate> files = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
                    cancellation.check();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    cancellation.check();
                    BasicFileAttributes target = attributes.isSymbolicLink() ? linked(file, attributes) : attributes;
                    String name = compared(file.getFileName().toString());
                    if (target.isRegularFile() && (names.contains(name) || sizes.contains(target.size()))) {
                        files.add(new Candidate(file, name, target.size()));
                    }
                    if (files.size() < MAX_CANDIDATES) {
                        return FileVisitResult.CONTINUE;
                    }
                    notes.add(root + ": too many files may be the ones; search in a smaller folder");
                    return FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    notes.add(file + ": it cannot be looked at (" + failure.getClass().getSimpleName() + ")");
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path at, IOException failure) {
                    if (failure != null) {
                        notes.add(at + ": not all of it could be listed (" + failure.getMessage() + ")");
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            notes.add(root + ": it cannot be searched (" + e.getMessage() + ")");
        }
        files.sort(Comparator.comparing((Candidate candidate) -> candidate.file().getNameCount()).thenComparing(Candidate::file));
        return new FolderIndex(List.copyOf(files), List.copyOf(notes));
    }

    private static BasicFileAttributes linked(Path file, BasicFileAttributes link) throws IOException {
        return Files.exists(file) ? Files.readAttributes(file, BasicFileAttributes.class) : link;
    }

    static String nameOf(MissingMedium medium) {
        return compared(Displacement.names(medium.path()).getLast());
    }

    /** One form for a name that disks write in different ways: case, and accents apart or not. */
    private static String compared(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
