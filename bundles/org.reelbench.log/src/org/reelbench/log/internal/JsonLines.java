package org.reelbench.log.internal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

/** Entries for programs. The line is plain ASCII, so that no encoding of a terminal or a service changes it. */
final class JsonLines {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonLines() {
    }

    static String write(LogEntry entry) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> field : fields(entry).entrySet()) {
                json.writeFieldName(field.getKey());
                value(json, field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be written", e);
        }
        return line.append('\n').toString();
    }

    private static Map<String, Object> fields(LogEntry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", entry.time());
        fields.put("level", entry.level());
        fields.put("logger", entry.logger());
        fields.put("thread", entry.thread());
        fields.put("message", entry.message());
        Throwable thrown = entry.thrown();
        if (thrown != null) {
            fields.put("stack", LogFormat.stack(thrown));
        }
        entry.named().forEach((name, value) -> {
            String free = name;
            // An object with one name twice is read differently by everybody.
            while (fields.containsKey(free) || free.equals("stack")) {
                free += "_";
            }
            fields.put(free, value);
        });
        return fields;
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        switch (value) {
        case Integer number -> json.writeNumber(number);
        case Long number -> json.writeNumber(number);
        // JSON has no word for what is no number.
        case Double number when Double.isFinite(number) -> json.writeNumber(number);
        case Boolean truth -> json.writeBoolean(truth);
        default -> json.writeString(value.toString());
        }
    }
}
