package org.reelbench.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Writes what commands say to programs: one JSON object a line, keys in lowerCamelCase with the unit as suffix.
 * <p>
 * For every thread.
 *
 * <pre>{@code
 * console.out().println(Json.line(out -> {
 *     out.writeStringField("file", "film.mp4");
 *     out.writeNumberField("sizeBytes", 1000);
 * }));
 * }</pre>
 */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final double THOUSAND = 1000;

    private Json() {
    }

    /** Fills an object. */
    @FunctionalInterface
    public interface Body {

        /**
         * Writes the members.
         *
         * @param json inside the object
         * @throws IOException never, as the text lies in memory
         */
        void write(JsonGenerator json) throws IOException;
    }

    /**
     * Returns an object as one line.
     *
     * @param body fills it
     * @return the line, without its end
     */
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

    /**
     * Rounds for people who read JSON.
     *
     * @param value the number
     * @return it with three digits after the point
     */
    public static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
