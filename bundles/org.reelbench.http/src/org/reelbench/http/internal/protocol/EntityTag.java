package org.reelbench.http.internal.protocol;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A validator of a representation (RFC 9110 §8.8.3).
 *
 * @param opaque what stands between the quotes
 * @param isWeak whether equal tags may stand for different bytes
 */
public record EntityTag(String opaque, boolean isWeak) {

    /** A tag that changes whenever a byte does. */
    public static EntityTag strong(String opaque) {
        return new EntityTag(opaque, false);
    }

    /** Strong comparison (§8.8.3.2): equal and neither weak. */
    public boolean isSameBytes(EntityTag other) {
        return !isWeak && !other.isWeak && opaque.equals(other.opaque);
    }

    /** Weak comparison (§8.8.3.2): equal but for the weakness mark. */
    public boolean isEquivalent(EntityTag other) {
        return opaque.equals(other.opaque);
    }

    /** Reads one tag, or returns null if the text is not exactly one. */
    public static @Nullable EntityTag parse(String text) {
        boolean weak = text.startsWith("W/");
        int quote = weak ? 2 : 0;
        int end = closingQuote(text, quote);
        return end >= 0 && end == text.length() - 1 ? new EntityTag(text.substring(quote + 1, end), weak) : null;
    }

    /** Reads a list of tags; null if the text is not in the grammar, commas within quotes do not separate. */
    public static @Nullable List<EntityTag> parseList(String text) {
        List<EntityTag> tags = new ArrayList<>();
        int at = 0;
        boolean separated = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else if (c == ',') {
                separated = true;
                at++;
            } else {
                boolean weak = text.startsWith("W/", at);
                int quote = weak ? at + 2 : at;
                int end = closingQuote(text, quote);
                if (!separated || end < 0) {
                    return null;
                }
                tags.add(new EntityTag(text.substring(quote + 1, end), weak));
                separated = false;
                at = end + 1;
            }
        }
        return tags.isEmpty() ? null : tags;
    }

    private static int closingQuote(String text, int quote) {
        if (quote >= text.length() || text.charAt(quote) != '"') {
            return -1;
        }
        int end = text.indexOf('"', quote + 1);
        for (int i = quote + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x21 || c == 0x7f) {
                return -1;
            }
        }
        return end;
    }

    /** The tag as it stands in a field. */
    public String field() {
        return (isWeak ? "W/\"" : "\"") + opaque + "\"";
    }
}
