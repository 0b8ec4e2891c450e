package org.reelbench.project.internal.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;

import org.reelbench.project.Project;

/**
 * Writes the text of a project into its file.
 */
public final class ProjectText {

    private ProjectText() {
    }

    /** Is told what is on the disk, before it takes the place of the file. */
    public interface Written {
        void isWritten(Path target, FileStamp stamp) throws IOException;
    }

    /**
     * Saves in one step.
     *
     * @throws IOException if nothing was saved, with a message for a person
     */
    public static void save(Project project, Path file) throws IOException {
        save(project, file, new AtomicSave(), (_, _) -> {
            // Nobody asked.
        });
    }

    /**
     * Saves in one step, and tells what the file will be before it is.
     *
     * @return what the file is now
     * @throws IOException if nothing was saved, with a message for a person
     */
    public static FileStamp save(Project project, Path file, AtomicSave disk, Written written)
            throws IOException {
        return disk.save(file, new AtomicSave.Content() {
            @Override
            public void writeTo(Path target, Writer out) throws IOException {
                ProjectText.write(project, target, out);
            }

            @Override
            public void written(Path target, FileStamp stamp) throws IOException {
                written.isWritten(target, stamp);
            }
        });
    }

    /**
     * Writes the text of a file.
     *
     * @throws IOException if it could not be written
     */
    public static void write(Project project, Path file, Writer out) throws IOException {
        new ProjectWriter(out, MediaPaths.of(file)).write(project);
        out.write('\n');
    }

    /** Returns the text of a project that is in no file, with media paths as they are. */
    public static String of(Project project) {
        StringBuilder text = new StringBuilder();
        try {
            new ProjectWriter(text, MediaPaths.none()).write(project);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return text.toString();
    }
}
