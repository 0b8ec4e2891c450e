package org.reelbench.encoding.preview;

import java.util.Arrays;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What a player needs before fragments: the same for all segments of one encoder with one set of parameters.
 * <p>
 * Immutable, safe for every thread.
 */
public final class InitSegment {

    private final String id;
    private final byte[] bytes;
    private final String codec;

    /**
     * Creates an init segment.
     *
     * @param id the hash of its bytes
     * @param bytes {@code ftyp} and {@code moov} (ISO 14496-12)
     * @param codec what its sample entry says (RFC 6381)
     */
    public InitSegment(String id, byte[] bytes, String codec) {
        this.id = id;
        this.bytes = bytes.clone();
        this.codec = codec;
    }

    /**
     * Returns what tells it from others.
     *
     * @return lower-case hexadecimal digits
     */
    public String id() {
        return id;
    }

    /**
     * Returns its bytes.
     *
     * @return a copy, the caller's to keep; about a kilobyte
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Returns the codec as players ask for it, taken from the bytes.
     *
     * @return for example {@code avc1.42c01f} or {@code flac} (RFC 6381)
     */
    public String codec() {
        return codec;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InitSegment init && id.equals(init.id) && Arrays.equals(bytes, init.bytes);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Returns the codec and the id. */
    @Override
    public String toString() {
        return codec + " " + id;
    }
}
