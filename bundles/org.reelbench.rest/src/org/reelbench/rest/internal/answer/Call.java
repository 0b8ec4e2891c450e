package org.reelbench.rest.internal.answer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A request: the names in its address, and its body. For one thread.
 *
 * @param names what stands in the places of the route's template
 * @param type the type the body is said to have, without parameters; empty if none
 * @param body the body, read once
 */
public record Call(Map<String, String> names, String type, InputStream body) {

    /** Texts of people and programs are smaller; a whole project goes as a file. */
    private static final int LARGEST_BODY_BYTES = 4 << 20;

    /** Reads the type without its parameters. */
    public static String typeOf(String field) {
        int end = field.indexOf(';');
        return (end < 0 ? field : field.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** What stands in a place of the template. */
    public String name(String place) {
        return names.getOrDefault(place, "");
    }

    /** Fails if the body is of another type: pages of other sites can send some types unasked. */
    public void require(String wanted) throws Problem {
        if (!type.equals(wanted)) {
            throw new Problem(415, "the body is to be " + wanted + ", not " + (type.isEmpty() ? "of no type" : type));
        }
    }

    /** Reads the body as a text. */
    public String text() throws Problem, IOException {
        byte[] bytes = body.readNBytes(LARGEST_BODY_BYTES + 1);
        if (bytes.length > LARGEST_BODY_BYTES) {
            throw new Problem(413, "a body has " + LARGEST_BODY_BYTES + " bytes at most; send it in parts");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Problem(400, "the body is no text in UTF-8", e);
        }
    }
}
