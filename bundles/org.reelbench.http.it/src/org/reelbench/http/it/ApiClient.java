package org.reelbench.http.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that uses the HTTP API of one project. For one thread. */
final class ApiClient implements AutoCloseable {

    private static final Duration HANG = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI project;

    ApiClient(URI project) {
        this.project = project;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", "");
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send("POST", path, type, body);
    }

    HttpResponse<String> command(String json) throws IOException, InterruptedException {
        return post("commands", "application/json", json);
    }

    HttpResponse<String> script(String lines) throws IOException, InterruptedException {
        return post("commands", "text/plain; charset=utf-8", lines);
    }

    HttpResponse<String> send(String method, String path, String type, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(project.resolve(path)).timeout(HANG)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The first number of a name in a text. */
    static long number(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":(-?\\d+)").matcher(json);
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return Long.parseLong(matcher.group(1));
    }

    @Override
    public void close() {
        client.close();
    }
}
