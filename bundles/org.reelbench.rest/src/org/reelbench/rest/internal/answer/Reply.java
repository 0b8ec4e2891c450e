package org.reelbench.rest.internal.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * An answer that is there.
 *
 * @param status the status of HTTP
 * @param type the type of the body
 * @param body the body, empty for none
 * @param location where what was made is, relative to the API
 */
public record Reply(int status, String type, byte[] body, Optional<String> location) {

    /** What answers are. */
    public static final String JSON = "application/json";

    /** What problems are. */
    public static final String PROBLEM = "application/problem+json";

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Writes the members of an object. */
    @FunctionalInterface
    public interface Members {

        /** Writes them. */
        void write(JsonGenerator json) throws IOException;
    }

    /** An object, for a request that was done. */
    public static Reply of(Members members) {
        return of(200, JSON, members);
    }

    /** An object. */
    public static Reply of(int status, String type, Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return new Reply(status, type, bytes.toByteArray(), Optional.empty());
    }

    /** The same, with the address of what was made. */
    public Reply at(String address) {
        return new Reply(status, type, body, Optional.of(address));
    }
}
