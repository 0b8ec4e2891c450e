package org.reelbench.rest.internal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.reelbench.project.CommandDescription;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.ParameterType;
import org.reelbench.rest.internal.answer.Reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Writes the document that tells programs what can be asked, by OpenAPI 3.1.1: routes, edits, and the schemas of the rest. */
final class OpenApi {

    private static final String SCHEMAS = "schemas.json";
    private static final String SCHEMA_PATH = "#/components/schemas/";

    private static final Map<Integer, String> MEANINGS = new TreeMap<>(Map.of(
            200, "It is done.",
            202, "It has begun; the field Location says where to look.",
            400, "The request is not understood.",
            403, "It may not be done here.",
            404, "There is nothing of that name.",
            409, "The project, or a file, is not what the request was made for.",
            413, "The body is too large.",
            415, "The body is of another type.",
            422, "It is understood, and cannot be done.",
            503, "Too many requests at once; the field Retry-After says when to try again."));

    private final JsonGenerator json;

    private OpenApi(JsonGenerator json) {
        this.json = json;
    }

    /** The document of routes. */
    static Reply of(List<Route> routes) {
        return Reply.of(json -> new OpenApi(json).write(routes));
    }

    private void write(List<Route> routes) throws IOException {
        json.writeStringField("openapi", "3.1.1");
        json.writeObjectFieldStart("info");
        json.writeStringField("title", "Reelbench");
        json.writeStringField("version", "0.1.0");
        json.writeStringField("description",
                "Edits, exports, recordings and previews of the projects that are open in this process. Addresses"
                        + " are relative to that of this document; the token is part of it, or sent as a bearer token.");
        json.writeEndObject();
        json.writeArrayFieldStart("servers");
        json.writeStartObject();
        json.writeStringField("url", ".");
        json.writeEndObject();
        json.writeEndArray();
        Map<String, List<Route>> byPath = new LinkedHashMap<>();
        routes.forEach(route -> byPath.computeIfAbsent(route.template(), _ -> new ArrayList<>()).add(route));
        json.writeObjectFieldStart("paths");
        for (Map.Entry<String, List<Route>> path : byPath.entrySet()) {
            json.writeObjectFieldStart("/" + path.getKey());
            for (Route route : path.getValue()) {
                operation(route);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("components");
        schemas();
        json.writeObjectFieldStart("securitySchemes");
        json.writeObjectFieldStart("token");
        json.writeStringField("type", "http");
        json.writeStringField("scheme", "bearer");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("security");
        json.writeStartObject();
        json.writeEndObject();
        json.writeStartObject();
        json.writeArrayFieldStart("token");
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void operation(Route route) throws IOException {
        json.writeObjectFieldStart(route.method().toLowerCase(Locale.ROOT));
        json.writeStringField("summary", route.summary());
        json.writeStringField("operationId", operationId(route));
        json.writeArrayFieldStart("parameters");
        for (String place : route.places()) {
            json.writeStartObject();
            json.writeStringField("name", place);
            json.writeStringField("in", "path");
            json.writeBooleanField("required", true);
            json.writeObjectFieldStart("schema");
            json.writeStringField("type", "string");
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!route.takes().isEmpty()) {
            json.writeObjectFieldStart("requestBody");
            json.writeBooleanField("required", true);
            json.writeObjectFieldStart("content");
            for (Map.Entry<String, String> body : new TreeMap<>(route.takes()).entrySet()) {
                content(body.getKey(), body.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        responses(route);
        json.writeEndObject();
    }

    private void responses(Route route) throws IOException {
        json.writeObjectFieldStart("responses");
        response(route.success(), Reply.JSON, route.gives());
        for (int status : route.statuses()) {
            response(status, Reply.PROBLEM, "Problem");
        }
        if (!route.places().isEmpty() && !route.statuses().contains(404)) {
            response(404, Reply.PROBLEM, "Problem");
        }
        json.writeEndObject();
    }

    private void response(int status, String type, String schema) throws IOException {
        json.writeObjectFieldStart(Integer.toString(status));
        json.writeStringField("description", MEANINGS.getOrDefault(status, "It failed."));
        json.writeObjectFieldStart("content");
        content(type, schema);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void content(String type, String schema) throws IOException {
        json.writeObjectFieldStart(type);
        json.writeObjectFieldStart("schema");
        json.writeStringField("$ref", SCHEMA_PATH + schema);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String operationId(Route route) {
        return (route.method().toLowerCase(Locale.ROOT) + "/" + route.template()).replaceAll("[{}]", "")
                .replaceAll("\\W+", "-").replaceAll("-$", "");
    }

    private void schemas() throws IOException {
        json.writeObjectFieldStart("schemas");
        json.writeObjectFieldStart("Command");
        json.writeStringField("description", "An edit, decided on a revision of the project.");
        json.writeArrayFieldStart("oneOf");
        for (CommandDescription command : EditCommands.descriptions()) {
            command(command);
        }
        json.writeEndArray();
        json.writeEndObject();
        copySchemas();
        json.writeEndObject();
    }

    private void command(CommandDescription command) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "object");
        json.writeStringField("title", command.name());
        json.writeStringField("description", command.purpose());
        json.writeObjectFieldStart("properties");
        json.writeObjectFieldStart("command");
        json.writeStringField("const", command.name());
        json.writeEndObject();
        json.writeObjectFieldStart("revision");
        json.writeStringField("type", "integer");
        json.writeEndObject();
        json.writeObjectFieldStart("parameters");
        json.writeStringField("type", "object");
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        for (ParameterDescription parameter : command.parameters()) {
            json.writeObjectFieldStart(parameter.name());
            json.writeStringField("description", parameter.purpose());
            json.writeArrayFieldStart("type");
            for (String type : types(parameter.type())) {
                json.writeString(type);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
        names(command.parameters().stream().filter(ParameterDescription::required).map(ParameterDescription::name).toList());
        json.writeEndObject();
        json.writeEndObject();
        names(List.of("command", "revision"));
        json.writeEndObject();
    }

    private void names(List<String> required) throws IOException {
        json.writeArrayFieldStart("required");
        for (String name : required) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    private static List<String> types(ParameterType type) {
        return switch (type) {
        case ID, TEXT -> List.of("string");
        case WHOLE -> List.of("integer");
        case NUMBER -> List.of("number");
        case FRAMES, TIME, SPEED -> List.of("integer", "string");
        case FLAG -> List.of("boolean");
        case LIST -> List.of("array");
        case MAP -> List.of("object");
        };
    }

    /** What does not follow from the program stands in a file beside this class. */
    private void copySchemas() throws IOException {
        try (InputStream in = OpenApi.class.getResourceAsStream(SCHEMAS);
                JsonParser parser = new JsonFactory().createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                json.copyCurrentStructure(parser);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(SCHEMAS, e);
        }
    }
}
