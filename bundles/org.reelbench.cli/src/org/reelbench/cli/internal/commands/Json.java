package org.reelbench.cli.internal.commands;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Writes one JSON object a line, keys in lowerCamelCase with the unit as suffix. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {
    }

    /** Fills an object. */
    @FunctionalInterface
    public interface Body {

        /** Writes the members into the object. */
        void write(JsonGenerator json) throws IOException;
    }

    /** Returns an object as one line, without its end. */
    public static String line(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }
}
