package org.reelbench.project;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

import org.reelbench.project.internal.file.ProjectReader;
import org.reelbench.project.internal.file.ProjectRules;
import org.reelbench.project.internal.file.ProjectText;

/**
 * Reads and writes project files: JSON that people can read and version control can compare, one clip per line.
 *
 * <pre>{@code
 * Project project = ProjectFile.load(Path.of("film.reel"));
 * ProjectFile.save(project.withName("Film"), Path.of("film.reel"));
 * }</pre>
 *
 * Without state, safe for every thread. Media paths are absolute in a loaded project; in the file they are relative to it for
 * media under its folder or in a folder beside it, so both can be moved together. Members of the file that this version does
 * not know are kept and written again. Loading refuses hostile files with bounded time and memory: at most 512 MB, 64 levels of
 * nesting, texts of 1 MB, and a quarter of the heap.
 */
public final class ProjectFile {

    /** How the names of project files end. */
    public static final String EXTENSION = ".reel";

    private ProjectFile() {
    }

    /**
     * Loads a project. Costs the size of the file.
     *
     * @param file the project file
     * @return the project
     * @throws ProjectFormatException if the file is no project this version reads; says where and what to do
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws IOException if the file cannot be read; its message is meant for people
     */
    public static Project load(Path file) throws IOException {
        return ProjectReader.read(file);
    }

    /**
     * Saves a project in one step: after a failure, a crash or a power cut the file is the old one or the new one, whole. When
     * this method returns, the file is on the disk. The same project gives the same bytes. Costs the size of the project.
     *
     * @param project the project
     * @param file the project file, replaced if it exists; its folder must exist
     * @throws IOException if the project was not saved, or may not survive a power cut; its message is meant for people
     * @throws IllegalArgumentException if the project breaks a rule of projects, such as a clip of media it does not hold, and
     *         could not be loaded again; nothing was written
     */
    public static void save(Project project, Path file) throws IOException {
        List<String> violations = ProjectRules.violations(project);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("the project cannot be saved, because " + violations.getFirst());
        }
        ProjectText.save(project, file);
    }

    /**
     * Writes the text that {@link #save saving} would put into a file; the file itself is neither read nor written.
     *
     * @param project the project
     * @param file the file whose text it would be, as media paths are relative to it; its folder must exist
     * @param out where the text goes
     * @throws IOException if the text could not be written, or the file's folder is not found
     */
    public static void write(Project project, Path file, Writer out) throws IOException {
        ProjectText.write(project, file, out);
    }
}
