package org.reelbench.media.internal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What is known of one file, as a line of text with its checksum in front.
 *
 * @param path the absolute path
 * @param stamp the file when it was read
 * @param fingerprint its fingerprint
 * @param contentHash the hash of all its bytes, empty if not known
 */
record Remembered(String path, FileStamp stamp, String fingerprint, String contentHash) {

    private static final int FIELDS = 6;
    private static final int CHECKSUM_CHARS = 8;

    Remembered withContentHash(String hash) {
        return new Remembered(path, stamp, fingerprint, hash);
    }

    String line() {
        String text = String.join("\t", stamp.key().replaceAll("\\s", "_"), Long.toString(stamp.sizeBytes()),
                Long.toString(stamp.modifiedNs()), fingerprint, contentHash,
                HexFormat.of().formatHex(path.getBytes(StandardCharsets.UTF_8)));
        return checksum(text) + "\t" + text;
    }

    /** Reads a line; empty for anything but a whole one. */
    static Optional<Remembered> parse(String line) {
        if (line.length() <= CHECKSUM_CHARS
                || !line.substring(0, CHECKSUM_CHARS).equals(checksum(line.substring(CHECKSUM_CHARS + 1)))) {
            return Optional.empty();
        }
        String[] fields = line.substring(CHECKSUM_CHARS + 1).split("\t", -1);
        if (fields.length != FIELDS) {
            return Optional.empty();
        }
        try {
            FileStamp stamp = new FileStamp(fields[0], Long.parseLong(fields[1]), Long.parseLong(fields[2]));
            String path = new String(HexFormat.of().parseHex(fields[5]), StandardCharsets.UTF_8);
            return Optional.of(new Remembered(path, stamp, fields[3], fields[4]));
        } catch (IllegalArgumentException e) {
            // A line of another version, or damage that kept the checksum.
            return Optional.empty();
        }
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
