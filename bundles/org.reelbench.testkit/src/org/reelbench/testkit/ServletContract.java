package org.reelbench.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What every servlet in the media server keeps to: who does not know the token, calls the server by another name or comes from
 * the page of somebody else gets nothing of it.
 * <p>
 * For one thread. Speaks to the running server as a client does (RFC 9112).
 */
public final class ServletContract implements Contract {

    private static final int CLIENTS = 8;
    private static final int FORBIDDEN = 403;

    private final URI address;

    /**
     * Creates the contract of a servlet.
     *
     * @param address where it answers {@code GET}, with the token in it, as {@code HttpEndpoint.uri} of {@code org.reelbench.http}
     *            gives it; plain http
     */
    public ServletContract(URI address) {
        this.address = address;
    }

    @Override
    public List<ContractCase> cases() {
        return List.of(new ContractCase("it answers", this::answers),
                new ContractCase("HEAD is GET without the body", this::head),
                new ContractCase("without the token there is nothing", this::token),
                new ContractCase("by another name there is nothing", this::otherName),
                new ContractCase("pages of others read nothing", this::otherOrigin),
                new ContractCase("a method that nobody knows is refused", this::unknownMethod),
                new ContractCase("many ask at once", this::many));
    }

    /** What came back: the status, the fields in lower case, the body. */
    private record Answer(int status, String head, String body) {
    }

    private Answer ask(String method, String path, String host, String... fields) throws IOException {
        StringBuilder request = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(host)
                .append("\r\nConnection: close\r\n");
        for (String field : fields) {
            request.append(field).append("\r\n");
        }
        request.append("\r\n");
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            String all = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            int end = all.indexOf("\r\n\r\n");
            Claims.holds(all.startsWith("HTTP/1.1 ") && end > 0, "the answer to " + method + " is none of HTTP: '" + all + "'");
            return new Answer(Integer.parseInt(all.substring(9, 12)), all.substring(0, end).toLowerCase(Locale.ROOT),
                    all.substring(end + 4));
        }
    }

    private Answer get(String... fields) throws IOException {
        return ask("GET", address.getRawPath(), address.getAuthority(), fields);
    }

    private void answers() throws IOException {
        Answer answer = get();
        Claims.same(200, answer.status(), "the status");
        Claims.holds(!answer.body().isEmpty(), "there is nothing in the answer");
        Claims.holds(answer.head().contains("content-type:"), "the answer does not say what it is");
        Claims.holds(answer.head().contains("x-content-type-options: nosniff"),
                "the fields of every answer are missing: it did not ask HttpEndpoint.admit");
    }

    private void head() throws IOException {
        Answer answer = ask("HEAD", address.getRawPath(), address.getAuthority());
        Claims.same(200, answer.status(), "the status");
        Claims.same("", answer.body(), "the body");
    }

    private void token() throws IOException {
        String path = address.getRawPath();
        int second = path.indexOf('/', 1);
        Claims.holds(second > 0, "the address has no token: " + path);
        String servlet = path.substring(0, second);
        for (String other : List.of(servlet, servlet + "/", servlet + "/00000000000000000000000000000000/")) {
            Claims.same(404, ask("GET", other, address.getAuthority()).status(), "the status without the token");
        }
        Claims.same(401, ask("GET", servlet + "/", address.getAuthority(), "Authorization: Bearer wrong").status(),
                "the status with a wrong token");
    }

    private void otherName() throws IOException {
        Answer answer = ask("GET", address.getRawPath(), "evil.example.com:" + address.getPort());
        Claims.holds(answer.status() == 421 || answer.status() == 400, "the status by another name is " + answer.status());
    }

    private void otherOrigin() throws IOException {
        Answer answer = get("Origin: https://evil.example.com");
        Claims.same(FORBIDDEN, answer.status(), "the status for the page of somebody else");
        Claims.holds(!answer.head().contains("access-control-allow-origin"), "it lets pages of everybody read");
    }

    private void unknownMethod() throws IOException {
        int status = ask("BREW", address.getRawPath(), address.getAuthority()).status();
        Claims.holds(status == 405 || status == 501 || status == 400, "the status of an unknown method is " + status);
    }

    private void many() throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Answer>> all = new ArrayList<>();
            for (int i = 0; i < 4 * CLIENTS; i++) {
                all.add(clients.submit(() -> get()));
            }
            for (Future<Answer> each : all) {
                Claims.same(200, each.get().status(), "the status, asked by many,");
            }
        }
    }
}
