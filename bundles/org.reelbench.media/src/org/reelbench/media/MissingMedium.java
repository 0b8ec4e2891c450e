package org.reelbench.media;

/**
 * A medium whose file is not where it was.
 *
 * @param id names it for the caller, for example the id of a project's medium
 * @param path where it was: an absolute path with {@code /} between folders, maybe of another machine
 * @param fingerprint its {@linkplain MediaFingerprint fingerprint}, empty if unknown
 */
public record MissingMedium(String id, String path, String fingerprint) {
}
