package org.reelbench.http.internal.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.http.internal.protocol.EntityTag;
import org.reelbench.http.internal.protocol.Validators;

/**
 * What tells a file from another that stands at the same path later: the system's key of it, its size, and when it changed.
 *
 * @param key the system's key, such as device and inode, or null where there is none
 * @param sizeBytes the size
 * @param modified when it changed, as precise as the file system says
 */
public record FileIdentity(@Nullable Object key, long sizeBytes, Instant modified) {

    /** Within the file system's clock tick a file may change twice and look the same. */
    private static final Duration TICK = Duration.ofMillis(50);

    private static final int TAG_BYTES = 16;

    /**
     * Looks at the regular file at a path.
     *
     * @throws NoSuchFileException if there is none, or a link has taken its place
     */
    public static FileIdentity of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new NoSuchFileException(file.toString());
        }
        return new FileIdentity(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    /**
     * The validators of this state. A file touched just now gets a tag that never matches again, and no date.
     *
     * @param now the time
     */
    public Validators validators(Instant now) {
        String text = key + "/" + sizeBytes + "/" + modified;
        if (modified.plus(TICK).isAfter(now)) {
            text += "/" + System.nanoTime();
        }
        boolean secondIsOver = modified.plusSeconds(1).isBefore(now);
        return new Validators(EntityTag.strong(digest(text)), secondIsOver ? modified : null);
    }

    /** The key of a file is nobody's business, so only a digest leaves the house. */
    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
