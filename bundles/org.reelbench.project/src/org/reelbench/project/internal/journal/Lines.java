package org.reelbench.project.internal.journal;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.internal.json.Json;
import org.reelbench.project.internal.json.JsonLimits;
import org.reelbench.project.internal.json.JsonProblem;
import org.reelbench.project.internal.json.JsonReader;

/**
 * The lines of a journal: the CRC-32C of a JSON text in eight hexadecimal digits, a space, the text.
 */
final class Lines {

    private static final int SUM_CHARS = 8;
    /** A record holds what a project file holds, some levels deeper, and unknown members as one text. */
    private static final int MAX_DEPTH = 2 * JsonLimits.MAX_DEPTH;
    private static final int MAX_TEXT_CHARS = 1 << 26;

    private Lines() {
    }

    /** Returns a line with its end. */
    static byte[] of(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] sum = sum(text, 0, text.length).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer line = ByteBuffer.allocate(sum.length + text.length + 2);
        return line.put(sum).put((byte) ' ').put(text).put((byte) '\n').array();
    }

    /** Returns the value of a line without its end, or null if it is not what was written. */
    static @Nullable Json read(byte[] bytes, int from, int to) throws IOException {
        int textFrom = from + SUM_CHARS + 1;
        if (textFrom > to
                || !sum(bytes, textFrom, to).equals(new String(bytes, from, SUM_CHARS, StandardCharsets.US_ASCII))) {
            return null;
        }
        String text = new String(bytes, textFrom, to - textFrom, StandardCharsets.UTF_8);
        JsonLimits limits = new JsonLimits(JsonLimits.MAX_FILE_BYTES, MAX_DEPTH, MAX_TEXT_CHARS,
                JsonLimits.forProjects().maxTreeBytes());
        try {
            return JsonReader.read(new StringReader(text), limits);
        } catch (JsonProblem e) {
            throw new IOException("the record is damaged: " + e.getMessage(), e);
        }
    }

    private static String sum(byte[] bytes, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, to - from);
        return "%08x".formatted(crc.getValue());
    }
}
