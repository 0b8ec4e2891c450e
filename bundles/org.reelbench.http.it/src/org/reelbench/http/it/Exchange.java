package org.reelbench.http.it;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;

/** One connection, spoken to byte by byte so that nothing is tidied up on the way. For one thread. */
final class Exchange implements AutoCloseable {

    /** Far beyond every deadline of the server: only a hang gets here. */
    private static final int HANG_MS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final URI uri;
    private boolean behindChunk;

    Exchange(URI uri) throws IOException {
        this(uri, new Socket());
    }

    Exchange(URI uri, Socket unconnected) throws IOException {
        this.uri = uri;
        this.socket = unconnected;
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        socket.setSoTimeout(HANG_MS);
        in = socket.getInputStream();
    }

    /** The connection ended before the first byte of an answer. */
    static final class NoAnswerException extends EOFException {

        private static final long serialVersionUID = 1L;

        NoAnswerException(@Nullable SocketException cause) {
            super("the connection ended without an answer");
            initCause(cause);
        }
    }

    /** What came back. */
    record Answer(int status, Map<String, String> fields, byte[] body) {

        /** A field's value by its name in any case, or an empty text. */
        String field(String name) {
            return fields.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        boolean has(String name) {
            return fields.containsKey(name.toLowerCase(Locale.ROOT));
        }

        String text() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    static Answer get(URI uri, String... fields) throws IOException {
        return one("GET", uri, fields);
    }

    static Answer one(String method, URI uri, String... fields) throws IOException {
        try (Exchange exchange = new Exchange(uri)) {
            return exchange.ask(method, uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()), fields);
        }
    }

    Answer ask(String method, String target, String... fields) throws IOException {
        send(method, target, fields);
        return answer(method);
    }

    /** Sends a request with its {@code Host}, unless the fields name another. */
    void send(String method, String target, String... fields) throws IOException {
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        if (List.of(fields).stream().noneMatch(field -> field.startsWith("Host:"))) {
            text.append("Host: ").append(uri.getHost()).append(':').append(uri.getPort()).append("\r\n");
        }
        for (String field : fields) {
            text.append(field).append("\r\n");
        }
        raw(text.append("\r\n").toString());
    }

    void raw(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Reads a whole answer; throws if the connection ends before it. */
    Answer answer(String method) throws IOException {
        Answer head = head();
        boolean empty = method.equals("HEAD") || head.status == 304 || head.status == 204;
        return empty ? head : new Answer(head.status, head.fields, body(head));
    }

    /** Reads status and fields. */
    Answer head() throws IOException {
        String status = statusLine();
        Map<String, String> fields = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            fields.merge(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip(),
                    (a, b) -> a + ", " + b);
        }
        return new Answer(Integer.parseInt(status.split(" ")[1]), fields, new byte[0]);
    }

    private byte[] body(Answer head) throws IOException {
        if (head.has("Content-Length")) {
            return exactly(Integer.parseInt(head.field("Content-Length")));
        }
        if (head.field("Transfer-Encoding").equals("chunked")) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (byte[] chunk = chunk(); chunk != null; chunk = chunk()) {
                all.write(chunk);
            }
            return all.toByteArray();
        }
        return in.readAllBytes();
    }

    /** Reads one chunk of a chunked body, null after the last. The line end behind it may come as late as the next chunk. */
    byte @Nullable [] chunk() throws IOException {
        if (behindChunk) {
            line();
        }
        int size = Integer.parseInt(line(), 16);
        behindChunk = size > 0;
        byte[] bytes = exactly(size);
        if (size == 0) {
            line();
            return null;
        }
        return bytes;
    }

    byte[] exactly(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException(bytes.length + " of " + count + " bytes came");
        }
        return bytes;
    }

    private String statusLine() throws IOException {
        int first;
        try {
            first = in.read();
        } catch (SocketException e) {
            throw new NoAnswerException(e);
        }
        if (first < 0) {
            throw new NoAnswerException(null);
        }
        return (char) first + line();
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended after: " + text);
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    InputStream in() {
        return in;
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
