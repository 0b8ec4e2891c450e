package org.reelbench.timeline;

import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A medium that clips refer to: where it lies and how to recognise it.
 * <p>
 * Immutable, safe for every thread. The medium is not opened or looked for here.
 *
 * @param id the id by which {@link MediaStream} and {@link Still} name it
 * @param name the name shown to people
 * @param path the file: relative to the project file with {@code /} between folders, or absolute; or an address such as
 *            {@code https://media.example.com/beach.mp4}; not blank
 * @param fingerprint what tells the file's content apart from other content; empty if unknown
 * @param interpretation what counts in place of what the medium says about itself
 * @param imageSequence which numbered files it consists of, its path being a pattern for their names; null if it is one file
 * @param proxy whether smaller pictures stand in for its own in views
 * @param recorded how far it is recorded, while it is; null for any other medium
 * @param bin the folder of the media bin that it lies in: the names of the folders from the outermost to the innermost, with
 *            {@code /} between them; empty if in none. It says nothing about where the file lies
 * @param extras members of the project file this version does not know
 */
public record MediaReference(Id id, String name, String path, String fingerprint, Interpretation interpretation,
        @Nullable ImageSequence imageSequence, ProxyUse proxy, @Nullable Recorded recorded, String bin, Extras extras) {

    /** Two letters at least, because one is a drive of Windows. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*", Pattern.DOTALL);

    private static final int LONGEST_BIN = 1_000;
    private static final Pattern BIN = Pattern.compile("[^/\\p{Cntrl}\\h]([^/\\p{Cntrl}]*[^/\\p{Cntrl}\\h])?"
            + "(/[^/\\p{Cntrl}\\h]([^/\\p{Cntrl}]*[^/\\p{Cntrl}\\h])?)*+");

    /**
     * Creates a reference.
     *
     * @throws IllegalArgumentException if the path is blank, or that of an image sequence is no pattern for numbered files, or the bin
     *             is no {@linkplain #isBin folder}
     */
    public MediaReference {
        if (path.isBlank()) {
            throw new IllegalArgumentException("the path of medium " + id + " is not blank");
        }
        if (imageSequence != null && !ImageSequence.isPattern(path)) {
            throw new IllegalArgumentException("medium " + id + " is an image sequence, but '" + path
                    + "' has no place for a number such as %04d in the name of its files");
        }
        if (!isBin(bin)) {
            throw new IllegalArgumentException(
                    "'" + bin + "', in which medium " + id + " lies, is no folder: names with / between"
                            + " them, none of them blank");
        }
    }

    /**
     * Creates a reference to one file that is what it says.
     *
     * @param id the id by which clips name it
     * @param name the name shown to people
     * @param path the file or address, not blank
     * @param fingerprint what tells the file's content apart from other content; empty if unknown
     * @param extras members of the project file this version does not know
     * @throws IllegalArgumentException if the path is blank
     */
    public MediaReference(Id id, String name, String path, String fingerprint, Extras extras) {
        this(id, name, path, fingerprint, Interpretation.AUTO, null, ProxyUse.AUTO, null, "", extras);
    }

    /**
     * Tells whether a text is an address rather than the path of a file. An address is never made relative or absolute.
     *
     * @param path a path or an address
     * @return true for an address
     */
    public static boolean isAddress(String path) {
        return ADDRESS.matcher(path).matches();
    }

    /**
     * Tells whether a text names a folder of the media bin.
     *
     * @param bin names of folders with {@code /} between them
     * @return true if it has at most 1,000 letters and none of the names is blank, begins or ends with a blank or holds a control character; also of an empty text,
     *         which is no folder at all
     */
    public static boolean isBin(String bin) {
        return bin.isEmpty() || bin.length() <= LONGEST_BIN && BIN.matcher(bin).matches();
    }

    /**
     * Tells whether the medium is named by an address.
     *
     * @return false for a file
     */
    public boolean isRemote() {
        return isAddress(path);
    }

    /**
     * Returns the same medium at another place.
     *
     * @param newPath the new path, not blank
     * @return the reference
     * @throws IllegalArgumentException if the path is blank, or the medium is an image sequence and the path no pattern
     */
    public MediaReference withPath(String newPath) {
        return new MediaReference(id, name, newPath, fingerprint, interpretation, imageSequence, proxy, recorded, bin, extras);
    }

    /**
     * Returns the same medium with another fingerprint.
     *
     * @param newFingerprint the fingerprint, empty if unknown
     * @return the reference
     */
    public MediaReference withFingerprint(String newFingerprint) {
        return new MediaReference(id, name, path, newFingerprint, interpretation, imageSequence, proxy, recorded, bin, extras);
    }

    /**
     * Returns the same medium under another name.
     *
     * @param newName the name shown to people
     * @return the reference
     */
    public MediaReference withName(String newName) {
        return new MediaReference(id, newName, path, fingerprint, interpretation, imageSequence, proxy, recorded, bin, extras);
    }

    /**
     * Returns the same medium, understood in another way.
     *
     * @param newInterpretation what counts in place of what the medium says about itself
     * @return the reference
     */
    public MediaReference withInterpretation(Interpretation newInterpretation) {
        return new MediaReference(id, name, path, fingerprint, newInterpretation, imageSequence, proxy, recorded, bin, extras);
    }

    /**
     * Returns the same medium as other numbered files, or as one file.
     *
     * @param newImageSequence which files; null for one file
     * @return the reference
     * @throws IllegalArgumentException if it is an image sequence and the path no pattern for numbered files
     */
    public MediaReference withImageSequence(@Nullable ImageSequence newImageSequence) {
        return new MediaReference(id, name, path, fingerprint, interpretation, newImageSequence, proxy, recorded, bin, extras);
    }

    /**
     * Returns the same medium with another say on smaller pictures.
     *
     * @param newProxy whether smaller pictures stand in for its own in views
     * @return the reference
     */
    public MediaReference withProxy(ProxyUse newProxy) {
        return new MediaReference(id, name, path, fingerprint, interpretation, imageSequence, newProxy, recorded, bin, extras);
    }

    /**
     * Returns the same medium, recorded farther or to its end.
     *
     * @param newRecorded how far it is recorded; null if it is not recorded any more
     * @return the reference
     */
    public MediaReference withRecorded(@Nullable Recorded newRecorded) {
        return new MediaReference(id, name, path, fingerprint, interpretation, imageSequence, proxy, newRecorded, bin, extras);
    }

    /**
     * Returns the same medium in another folder of the media bin.
     *
     * @param newBin the folder; empty for none
     * @return the reference
     * @throws IllegalArgumentException if it is no {@linkplain #isBin folder}
     */
    public MediaReference withBin(String newBin) {
        return new MediaReference(id, name, path, fingerprint, interpretation, imageSequence, proxy, recorded, newBin, extras);
    }
}
