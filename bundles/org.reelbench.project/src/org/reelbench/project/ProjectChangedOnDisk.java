package org.reelbench.project;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * A project file that somebody else has changed since it was opened or saved here. Nothing was saved, so nothing of theirs is
 * lost: {@link ProjectSession#saveAs} saves under another name, or replaces the file if it is given the same.
 */
public final class ProjectChangedOnDisk extends FileSystemException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param file the project
     */
    public ProjectChangedOnDisk(Path file) {
        super(file.toString(), null, "another program has changed the file since it was opened: save under another name,"
                + " or choose this file again under Save As to replace it");
    }
}
