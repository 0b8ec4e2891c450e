package org.reelbench.render;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.media.MediaException;
import org.reelbench.render.internal.SnapshotCatalog;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * Finds the media, and the other sequences, that the clips of a sequence name.
 * <p>
 * For every thread. The first question about a medium may read from it; later ones are quick.
 */
@ConsumerType
public interface MediaCatalog {

    /**
     * Finds a medium.
     *
     * @param media the id that clips carry
     * @return the medium
     * @throws MediaException if the id is unknown, or the medium is missing or broken
     */
    Medium medium(Id media) throws MediaException;

    /**
     * Returns what people call a medium, without looking into it; waits for nothing.
     *
     * @param media the id that clips carry
     * @return its file or name; the id, as by default, where nobody knows better
     */
    default String name(Id media) {
        return media.value();
    }

    /**
     * Finds another sequence of the project, which a clip shows.
     *
     * @param sequence the id that the clip carries
     * @return the snapshot of it; the same for as long as the catalog is used
     * @throws MediaException if the id is unknown
     */
    default Sequence sequence(Id sequence) throws MediaException {
        throw new MediaException(MediaException.Reason.MISSING, sequence.value(), "the project has no sequence of this id");
    }

    /**
     * Finds a file that an effect reads, such as a table of colours.
     *
     * @param path the path as the project names it
     * @return the file, which need not be there
     * @throws MediaException {@link MediaException.Reason#EFFECT} if it is no path on this machine
     */
    default Path file(String path) throws MediaException {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new MediaException(MediaException.Reason.EFFECT, path, "this is no path on this machine; choose the file again",
                    e);
        }
    }

    /**
     * Decides what becomes of a clip with an effect that no installed provider brings.
     *
     * @param effect the effect's id
     * @return true to show the clip without it, after telling people; false, as by default, to fail and name it
     */
    default boolean leavesOut(String effect) {
        return false;
    }

    /**
     * Returns a catalog of the same media and of sequences.
     *
     * @param sequences the snapshots of the project's sequences
     * @return the catalog; equal to another one of the very same catalog and list
     */
    default MediaCatalog with(List<Sequence> sequences) {
        return new SnapshotCatalog(this, sequences);
    }
}
