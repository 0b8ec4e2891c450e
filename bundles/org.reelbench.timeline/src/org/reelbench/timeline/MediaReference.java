package org.reelbench.timeline;

/**
 * A medium that clips refer to: where its file lies and how to recognise it.
 * <p>
 * Immutable, safe for every thread. The file is not opened or looked for here.
 *
 * @param id the id by which {@link MediaStream} and {@link Still} name it
 * @param name the name shown to people
 * @param path the file: relative to the project file with {@code /} between folders, or absolute; not blank
 * @param fingerprint what tells the file's content apart from other content; empty if unknown
 * @param extras members of the project file this version does not know
 */
public record MediaReference(Id id, String name, String path, String fingerprint, Extras extras) {

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
