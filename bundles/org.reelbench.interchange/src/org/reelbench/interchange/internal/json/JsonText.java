package org.reelbench.interchange.internal.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

/**
 * Writes values as JSON proper on one line: numbers that are none become texts.
 */
public final class JsonText {

    // Halves of characters and line ends of Unicode are escaped with everything else that is not plain.
    private static final JsonFactory FACTORY = new JsonFactoryBuilder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonText() {
    }

    /** Returns the text of a value. */
    public static String of(Json value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Json value) throws IOException {
        switch (value) {
        case Json.ObjectValue object -> {
            out.writeStartObject();
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                out.writeFieldName(member.getKey());
                write(out, member.getValue());
            }
            out.writeEndObject();
        }
        case Json.ListValue list -> {
            out.writeStartArray();
            for (Json entry : list.values()) {
                write(out, entry);
            }
            out.writeEndArray();
        }
        case Json.TextValue text -> out.writeString(text.value());
        case Json.NumberValue number -> writeNumber(out, number.text());
        case Json.FlagValue flag -> out.writeBoolean(flag.value());
        case Json.NullValue _ -> out.writeNull();
        }
    }

    private static void writeNumber(JsonGenerator out, String number) throws IOException {
        if (Character.isDigit(number.charAt(number.length() - 1))) {
            out.writeNumber(number);
        } else {
            out.writeString(number);
        }
    }
}
