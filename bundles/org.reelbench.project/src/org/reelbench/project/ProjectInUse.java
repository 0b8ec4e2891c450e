package org.reelbench.project;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * A project that is open already. Nothing was changed; opening works once it is closed there. {@link ProjectFile#load} reads it
 * nevertheless.
 */
public final class ProjectInUse extends FileSystemException {

    private static final long serialVersionUID = 1L;

    /** Who has it open. */
    private final String holder;

    /**
     * Creates the exception.
     *
     * @param file the project
     * @param holder who has it open, such as {@code process 4711 on cutter}
     */
    public ProjectInUse(Path file, String holder) {
        super(file.toString(), null, "the project is open already, in " + holder + ": close it there, or work on a copy");
        this.holder = holder;
    }

    /**
     * Returns who has it open.
     *
     * @return such as {@code process 4711 on cutter}
     */
    public String holder() {
        return holder;
    }
}
