package org.reelbench.rest.internal.answer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/** The members of a JSON object without others inside, each of them known. */
public final class Fields {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, String> values = new LinkedHashMap<>();

    private Fields() {
    }

    /** Reads an object. */
    public static Fields read(String json, Set<String> known) throws Problem {
        Fields fields = new Fields();
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Problem(400, "the body is to be a JSON object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                if (!known.contains(name)) {
                    throw new Problem(400, "there is no member \"" + name + "\" here, only " + String.join(", ", known));
                }
                if (!parser.nextToken().isScalarValue()) {
                    throw new Problem(400, "\"" + name + "\" is to be a text, a number, true or false");
                }
                fields.values.put(name, parser.getText());
            }
            if (parser.nextToken() != null) {
                throw new Problem(400, "there is more behind the JSON object");
            }
        } catch (JsonProcessingException e) {
            throw new Problem(400, "the body is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new Problem(400, "the body is no JSON", e);
        }
        return fields;
    }

    /** A member's value. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.equals("null"));
    }

    /** A member that must be there. */
    public String required(String name) throws Problem {
        return value(name).orElseThrow(() -> new Problem(400, "\"" + name + "\" is missing"));
    }

    /** A member that is true or false; false if it is not there. */
    public boolean flag(String name) throws Problem {
        String value = value(name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new Problem(400, "\"" + name + "\" is to be true or false, not " + value);
        }
        return value.equals("true");
    }
}
