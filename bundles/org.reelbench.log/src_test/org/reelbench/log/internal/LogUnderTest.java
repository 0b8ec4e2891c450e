package org.reelbench.log.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.helpers.BasicMDCAdapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** A log of its own that writes into memory in place of the error stream, until it is closed. */
final class LogUnderTest implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactory();

    private final PrintStream console = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    final LogOutput output;
    final BasicMDCAdapter context = new BasicMDCAdapter();
    final LineLogger log;

    LogUnderTest(Map<String, String> environment) {
        output = new LogOutput(_ -> null, environment::get);
        log = new LineLogger("org.example.Logger", output, context);
        System.setErr(new PrintStream(written, true, StandardCharsets.US_ASCII));
    }

    /** The lines so far. Only what ends a line in any reader's eyes divides them. */
    List<String> lines() {
        String all = written.toString(StandardCharsets.US_ASCII);
        return all.isEmpty() ? List.of() : List.of(all.substring(0, all.length() - 1).split("[\n\r]", -1));
    }

    /** The fields of a line; whoever reads it must find one object and nothing behind it. */
    static Map<String, Object> read(String line) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT, line);
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                Object value = switch (parser.nextToken()) {
                case VALUE_NUMBER_INT -> parser.getLongValue();
                case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_STRING -> parser.getText();
                default -> throw new IOException(line);
                };
                expect(fields.put(name, value) == null, line);
            }
            expect(parser.nextToken() == null, line);
        }
        return fields;
    }

    private static void expect(boolean holds, String line) throws IOException {
        if (!holds) {
            throw new IOException("not one JSON object: " + line);
        }
    }

    @Override
    public void close() {
        System.setErr(console);
    }
}
