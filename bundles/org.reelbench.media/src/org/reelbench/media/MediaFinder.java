package org.reelbench.media;

import java.nio.file.Path;
import java.util.List;

import org.reelbench.media.internal.Displacement;
import org.reelbench.media.internal.FolderIndex;
import org.reelbench.media.internal.Hunt;

/**
 * Finds media again that were moved or renamed.
 *
 * <pre>{@code
 * MediaSearch search = new MediaFinder(fingerprints).search(missing, Path.of("/footage"), cancellation);
 * }</pre>
 *
 * Without state, safe for every thread. A file is the missing one if its size and fingerprint are; files of the same name are
 * looked at first, and what moved the same way as a medium found before is found without searching. Where no fingerprint is
 * known, a file counts if it is the only one of its name.
 * <p>
 * Only files of the right size or name are opened, of each at most 3 MiB. Links to folders are not followed.
 */
public final class MediaFinder {

    private final Fingerprints fingerprints;

    /**
     * Creates a finder.
     *
     * @param fingerprints knows the content of files
     */
    public MediaFinder(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /**
     * Searches a folder and all folders in it.
     *
     * @param missing what to find
     * @param folder where to search; a folder that does not exist holds nothing
     * @param cancellation asks to stop
     * @return what was found
     * @throws CancelledException if cancelled
     */
    public MediaSearch search(List<MissingMedium> missing, Path folder, Cancellation cancellation) {
        return new Hunt(fingerprints, cancellation).search(missing, FolderIndex.of(folder, missing, cancellation));
    }

    /**
     * Looks whether other media moved the way one did: where it went and how its folders were moved is tried for all others.
     * Searches no folder and costs a few files at most.
     *
     * @param relinked the medium that somebody found
     * @param file where it is now
     * @param others what else is missing
     * @param cancellation asks to stop
     * @return which of the others were found
     * @throws CancelledException if cancelled
     */
    public MediaSearch follow(MissingMedium relinked, Path file, List<MissingMedium> others, Cancellation cancellation) {
        Hunt hunt = new Hunt(fingerprints, cancellation);
        hunt.learn(Displacement.of(relinked.path(), file.toAbsolutePath().normalize()));
        return hunt.search(others, FolderIndex.EMPTY);
    }
}
