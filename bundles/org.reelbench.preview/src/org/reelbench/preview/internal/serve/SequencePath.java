package org.reelbench.preview.internal.serve;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

import org.reelbench.timeline.Id;

/**
 * A sequence's id as one element of a path: letters, digits, hyphens and underscores stay, every other byte becomes a tilde and two
 * digits. Percent signs are no way, as servers refuse those that stand for slashes.
 */
final class SequencePath {

    private static final char MARK = '~';
    private static final HexFormat HEX = HexFormat.of();
    private static final int MARK_LENGTH = 3;

    private SequencePath() {
    }

    /** Writes an id. */
    static String of(Id id) {
        StringBuilder text = new StringBuilder();
        for (byte one : id.value().getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(one)) {
                text.append((char) one);
            } else {
                text.append(MARK).append(HEX.toHexDigits(one));
            }
        }
        return text.toString();
    }

    private static boolean isPlain(int one) {
        return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9' || one == '-' || one == '_';
    }

    /** Reads an id; empty if the text is none. */
    static Optional<Id> read(String text) {
        byte[] bytes = new byte[text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); count++) {
            char next = text.charAt(i);
            if (isPlain(next)) {
                bytes[count] = (byte) next;
                i++;
            } else if (next == MARK && i + MARK_LENGTH <= text.length() && HexFormat.isHexDigit(text.charAt(i + 1))
                    && HexFormat.isHexDigit(text.charAt(i + 2))) {
                bytes[count] = (byte) HexFormat.fromHexDigits(text, i + 1, i + MARK_LENGTH);
                i += MARK_LENGTH;
            } else {
                return Optional.empty();
            }
        }
        String value = new String(bytes, 0, count, StandardCharsets.UTF_8);
        boolean isId = !value.isBlank() && value.length() <= Id.MAX_LENGTH && value.chars().noneMatch(Character::isISOControl);
        return isId ? Optional.of(new Id(value)) : Optional.empty();
    }
}
