package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Chromium without a window, driven by its {@code chromedriver} as WebDriver (W3C) says. Tests that need it are skipped where
 * one of the two is not installed. For one thread.
 */
final class Browser implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final Pattern SESSION = Pattern.compile("\"sessionId\":\"([^\"]+)\"");
    private static final Pattern TEXT = Pattern.compile("^\\{\"value\":\"(.*)\"}$", Pattern.DOTALL);

    /** Only a hang gets here. */
    private static final int HANG_SECONDS = 120;

    private static final String CAPABILITIES = """
            {"capabilities": {"alwaysMatch": {"goog:chromeOptions": {"binary": "%s", "args": ["--headless", "--no-sandbox",
            "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-proxy-server", "--window-size=980,640",
            "--autoplay-policy=no-user-gesture-required"]}}}}
            """;

    private final HttpClient http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    private final Process driver;
    private final URI session;

    private Browser(Path chromium, Process driver) throws IOException, InterruptedException {
        this.driver = driver;
        URI base = URI.create("http://127.0.0.1:" + port(driver) + "/session");
        Matcher matcher = SESSION.matcher(post(base, CAPABILITIES.formatted(chromium)));
        assertTrue(matcher.find(), "chromedriver gives a session");
        session = URI.create(base + "/" + matcher.group(1) + "/");
        post(session.resolve("timeouts"), "{\"script\": " + HANG_SECONDS * 1000 + "}");
    }

    /** Starts one, or skips the test where there is none. */
    static Browser start() throws IOException, InterruptedException {
        Optional<Path> chromium = Tool.find("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = Tool.find("chromedriver");
        assumeTrue(chromium.isPresent() && driver.isPresent(),
                "chromium and chromedriver are not installed (on Debian: apt-get install chromium chromium-driver)");
        Process process = new ProcessBuilder(driver.get().toString(), "--port=0").redirectErrorStream(true).start();
        try {
            return new Browser(chromium.get(), process);
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            end(process);
            throw e;
        }
    }

    private static String port(Process driver) throws IOException {
        BufferedReader said = driver.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return port.group(1);
            }
        }
        throw new IOException("chromedriver ended before it listened");
    }

    void open(URI page) throws IOException, InterruptedException {
        post(session.resolve("url"), "{\"url\": \"" + page + "\"}");
    }

    /** Runs the body of an asynchronous function, which returns a text without quotation marks and backslashes. */
    String run(String body) throws IOException, InterruptedException {
        String script = "const done = arguments[0]; (async () => {" + body + "})().then(done, e => done('failed: ' + e));";
        String escaped = script.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        Matcher text = TEXT.matcher(post(session.resolve("execute/async"), "{\"script\": \"" + escaped + "\", \"args\": []}"));
        assertTrue(text.matches(), text::toString);
        return text.group(1);
    }

    private String post(URI uri, String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(HANG_SECONDS))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            URI whole = URI.create(session.toString().replaceFirst("/$", ""));
            http.send(HttpRequest.newBuilder(whole).timeout(Duration.ofSeconds(HANG_SECONDS)).DELETE().build(),
                    BodyHandlers.discarding());
        } finally {
            http.close();
            end(driver);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
