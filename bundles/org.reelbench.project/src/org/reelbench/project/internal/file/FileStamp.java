package org.reelbench.project.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells one version of a file from all others: its size and the SHA-256 of its bytes. When it was written says nothing:
 * copies are the same version.
 *
 * @param bytes the size
 * @param sha256 the hash, 64 hexadecimal digits
 */
public record FileStamp(long bytes, String sha256) {

    /**
     * Reads a file. Costs its size.
     *
     * @throws IOException if it cannot be read
     */
    public static FileStamp of(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            return of(in, digest);
        }
    }

    private static FileStamp of(InputStream in, MessageDigest digest) throws IOException {
        try (DigestInputStream digesting = new DigestInputStream(in, digest)) {
            long bytes = digesting.transferTo(OutputStream.nullOutputStream());
            return of(bytes, digest);
        }
    }

    /** Returns the stamp of what went through a digest. */
    static FileStamp of(long bytes, MessageDigest digest) {
        return new FileStamp(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
