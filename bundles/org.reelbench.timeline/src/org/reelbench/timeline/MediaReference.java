package org.reelbench.timeline;

import java.util.regex.Pattern;

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
 * @param extras members of the project file this version does not know
 */
public record MediaReference(Id id, String name, String path, String fingerprint, Extras extras) {

    /** Two letters at least, because one is a drive of Windows. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*", Pattern.DOTALL);

    /**
     * Creates a reference.
     *
     * @throws IllegalArgumentException if the path is blank
     */
    public MediaReference {
        if (path.isBlank()) {
            throw new IllegalArgumentException("the path of medium " + id + " is not blank");
        }
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
     * @throws IllegalArgumentException if the path is blank
     */
    public MediaReference withPath(String newPath) {
        return new MediaReference(id, name, newPath, fingerprint, extras);
    }

    /**
     * Returns the same medium with another fingerprint.
     *
     * @param newFingerprint the fingerprint, empty if unknown
     * @return the reference
     */
    public MediaReference withFingerprint(String newFingerprint) {
        return new MediaReference(id, name, path, newFingerprint, extras);
    }
}
