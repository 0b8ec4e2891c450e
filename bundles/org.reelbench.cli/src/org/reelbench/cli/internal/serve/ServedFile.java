package org.reelbench.cli.internal.serve;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;

/**
 * A file to be served.
 *
 * @param name what the user called it, or the folder it was found in
 * @param file where it is
 */
record ServedFile(String name, Path file) {

    /** What is taken from folders. By name, as whoever serves files need not be able to decode them. */
    private static final Set<String> EXTENSIONS = Set.of("mp4", "m4v", "mov", "webm", "mkv", "avi", "mpg", "mpeg", "ts", "mts",
            "m2ts", "mxf", "ogv", "mp3", "m4a", "aac", "flac", "wav", "ogg", "oga", "opus");

    /** Finds the files that arguments name: a file itself, of a folder all media below it. Each file once. */
    static List<ServedFile> of(List<String> arguments, Console console) throws CommandException {
        List<ServedFile> files = new ArrayList<>();
        for (String argument : arguments) {
            Path path = console.file(argument);
            for (ServedFile file : Files.isDirectory(path) ? below(argument, path) : List.of(one(argument, path))) {
                if (files.stream().noneMatch(known -> known.file.equals(file.file))) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    private static ServedFile one(String argument, Path path) throws CommandException {
        if (!Files.exists(path)) {
            throw new CommandException(ExitCode.INPUT, argument + ": no such file or folder; check the path");
        }
        return new ServedFile(argument, path);
    }

    private static List<ServedFile> below(String argument, Path folder) throws CommandException {
        List<ServedFile> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                    return isHidden(inner) && !inner.equals(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    // A link may lead out of the folder, which is not what was asked for.
                    if (attributes.isRegularFile() && !isHidden(file) && isMedium(file)) {
                        found.add(new ServedFile(Path.of(argument).resolve(folder.relativize(file)).toString(), file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT,
                    argument + ": it cannot be read (" + e.getMessage() + "); check the permissions", e);
        }
        if (found.isEmpty()) {
            throw new CommandException(ExitCode.INPUT,
                    argument + ": there is no video or sound file in this folder; name the files");
        }
        found.sort(Comparator.comparing(ServedFile::file));
        return found;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    private static boolean isMedium(Path file) {
        String name = file.getFileName().toString();
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
