package org.reelbench.proxies.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.reelbench.proxies.ProxyFormat;

/**
 * What a proxy is made of.
 *
 * @param fingerprint the medium's fingerprint
 * @param streamIndex the stream of pictures
 * @param format the format
 */
public record ProxyKey(String fingerprint, int streamIndex, ProxyFormat format) {

    private static final int NAME_DIGITS = 32;

    /** Returns the name of the proxy's folder: fingerprints of media elsewhere may be any text. */
    public String folderName() {
        try {
            byte[] text = (fingerprint + '\n' + streamIndex + '\n' + format.id()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
