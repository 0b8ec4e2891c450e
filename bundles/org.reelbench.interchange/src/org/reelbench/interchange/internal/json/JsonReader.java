package org.reelbench.interchange.internal.json;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/**
 * Reads a whole JSON text into a tree, within limits. One reader per text, one thread. Time and memory grow with the text at most
 * linearly, whatever the text is.
 */
final class JsonReader {

    private static final String DAMAGED = "Have the file written again, or correct this place in a text editor.";
    private static final String CUT_OFF = "It was cut off while it was written or copied: fetch it again.";
    private static final String TOO_LARGE = "No editing program writes such a file: have it written again.";
    private static final int VALUE_BYTES = 48;
    private static final int MEMBER_BYTES = 112;
    private static final int CONTAINER_BYTES = 160;
    private static final int MAX_SHARED_NAMES = 256;

    private final JsonParser parser;
    private final JsonLimits limits;
    private final Map<String, String> sharedNames = new HashMap<>();
    private long leftBytes;

    private JsonReader(JsonParser parser, JsonLimits limits) {
        this.parser = parser;
        this.limits = limits;
        leftBytes = limits.maxTreeBytes();
    }

    static Json read(Reader source, JsonLimits limits) throws JsonProblem, IOException {
        // Names are not pooled by the parser: its symbol table can be attacked, and a pool of our own is bounded.
        JsonFactory factory = new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth() + 8)
                        .maxDocumentLength(limits.maxFileBytes())
                        .maxStringLength(limits.maxTextChars())
                        .maxNameLength(limits.maxTextChars())
                        .maxNumberLength(1000)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(source)) {
            return new JsonReader(parser, limits).readAll();
        }
    }

    private Json readAll() throws JsonProblem, IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonProblem(0, "the file is empty", CUT_OFF, null);
            }
            Json root = value(first, 0);
            if (parser.nextToken() != null) {
                throw problem("there is more text after the end of the timeline", DAMAGED);
            }
            return root;
        } catch (JsonEOFException e) {
            throw problem(e.getLocation(), "the file ends too early", CUT_OFF, e);
        } catch (StreamConstraintsException e) {
            throw problem(parser.currentLocation(), "a text, a name, a number or the whole file is longer than is allowed",
                    TOO_LARGE, e);
        } catch (JsonParseException e) {
            throw problem(e.getLocation(), "this is no JSON: " + lowerCaseFirst(e.getOriginalMessage()), DAMAGED, e);
        }
    }

    private Json value(@Nullable JsonToken token, int depth) throws JsonProblem, IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (token == null) {
            throw problem("the file ends too early", CUT_OFF);
        }
        if (depth == limits.maxDepth()) {
            throw problem("objects and lists are nested more than " + limits.maxDepth() + " deep", TOO_LARGE);
        }
        switch (token) {
        case START_OBJECT :
            return object(line, depth);
        case START_ARRAY :
            return list(line, depth);
        case VALUE_STRING :
            String text = parser.getText();
            charge(VALUE_BYTES + 2L * text.length());
            return new Json.TextValue(text, line);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT :
            String number = parser.getText();
            charge(VALUE_BYTES + 2L * number.length());
            return new Json.NumberValue(number, line);
        case VALUE_TRUE, VALUE_FALSE :
            charge(VALUE_BYTES);
            return new Json.FlagValue(token == JsonToken.VALUE_TRUE, line);
        case VALUE_NULL :
            charge(VALUE_BYTES);
            return new Json.NullValue(line);
        default :
            throw problem("this is no JSON value", DAMAGED);
        }
    }

    private Json object(int line, int depth) throws JsonProblem, IOException {
        charge(CONTAINER_BYTES);
        Map<String, Json> members = new LinkedHashMap<>(8);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = shared(parser.currentName());
            if (members.containsKey(name)) {
                throw problem("a member is given twice", "Remove one of the two.");
            }
            charge(MEMBER_BYTES);
            members.put(name, value(parser.nextToken(), depth + 1));
        }
        return new Json.ObjectValue(members, line);
    }

    private Json list(int line, int depth) throws JsonProblem, IOException {
        charge(CONTAINER_BYTES);
        List<Json> values = new ArrayList<>(4);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            charge(Long.BYTES);
            values.add(value(token, depth + 1));
        }
        return new Json.ListValue(values, line);
    }

    /** The same few names come back in every clip: keep each once. */
    private String shared(String name) throws JsonProblem {
        String known = sharedNames.get(name);
        if (known != null) {
            return known;
        }
        charge(VALUE_BYTES + 2L * name.length());
        if (sharedNames.size() < MAX_SHARED_NAMES) {
            sharedNames.put(name, name);
        }
        return name;
    }

    private void charge(long bytes) throws JsonProblem {
        leftBytes -= bytes;
        if (leftBytes < 0) {
            throw problem("the timeline is too large for the memory Reelbench runs with",
                    "Start Reelbench with more memory (-Xmx).");
        }
    }

    private JsonProblem problem(String message, String remedy) {
        return problem(parser.currentTokenLocation(), message, remedy, null);
    }

    private static JsonProblem problem(JsonLocation at, String message, String remedy, @Nullable Throwable cause) {
        return new JsonProblem(Math.max(at.getLineNr(), 0), message, remedy, cause);
    }

    private static String lowerCaseFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
