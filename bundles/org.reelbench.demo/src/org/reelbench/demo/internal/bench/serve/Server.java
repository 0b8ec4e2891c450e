package org.reelbench.demo.internal.bench.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;

/** A server as a process of its own, with the address of the one file it serves. Closing ends it. One thread. */
public final class Server implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("\"url\":\"(http://[^\"]+)\"");
    private static final int LOOK_MS = 20;
    private static final int END_SECONDS = 20;

    private final String name;
    private final Process process;
    private final URI uri;

    private Server(String name, Process process, URI uri) {
        this.name = name;
        this.process = process;
        this.uri = uri;
    }

    /**
     * Starts a server that prints the address as {@code reelbench serve --json} does.
     *
     * @param name its name in tables
     * @param program how to start it
     * @param log takes what it says on standard error
     * @return the server, to be closed by the caller
     * @throws CommandException if it does not start
     */
    public static Server announced(String name, ProcessBuilder program, Path log) throws CommandException {
        try {
            Process process = program.redirectError(log.toFile()).start();
            BufferedReader out = process.inputReader();
            String line = out.readLine();
            Matcher address = ADDRESS.matcher(line == null ? "" : line);
            if (!address.find()) {
                process.destroy();
                throw new CommandException(ExitCode.FAILED, name + " did not start; what it said is in " + log);
            }
            return new Server(name, process, URI.create(address.group(1)));
        } catch (IOException e) {
            throw notStarted(name, e);
        }
    }

    /** Starts nginx as Debian builds it: sendfile, a worker for each processor, no log of requests. */
    static Server nginx(Path program, Path file, Path folder) throws CommandException {
        try {
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Path own = Files.createDirectories(folder.resolve("nginx"));
            Path settings = Files.writeString(own.resolve("nginx.conf"), settings(own, file.getParent(), port));
            Process process = new ProcessBuilder(program.toString(), "-p", own.toString(), "-c", settings.toString(), "-e",
                    own.resolve("error.log").toString()).redirectErrorStream(true)
                    .redirectOutput(own.resolve("said.log").toFile()).start();
            while (!listens(port)) {
                if (process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                    throw new CommandException(ExitCode.FAILED, "nginx did not start; what it said is in " + own);
                }
            }
            return new Server("nginx", process, URI.create("http://127.0.0.1:" + port + "/" + file.getFileName()));
        } catch (IOException e) {
            throw notStarted("nginx", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.CANCELLED, "interrupted", e);
        }
    }

    private static CommandException notStarted(String name, IOException e) {
        return new CommandException(ExitCode.NOT_AVAILABLE, name + " cannot be started (" + e.getMessage() + ")", e);
    }

    private static String settings(Path own, Path media, int port) {
        String temporary = String.join("\n", List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi").stream()
                .map(kind -> "  " + kind + "_temp_path " + own + "/" + kind + ";").toList());
        return """
                daemon off;
                %s
                worker_processes auto;
                pid %s/nginx.pid;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  sendfile on;
                  tcp_nopush on;
                  keepalive_requests 100000000;
                  default_type video/mp4;
                %s
                  server { listen 127.0.0.1:%d; root %s; }
                }
                """.formatted(System.getProperty("user.name").equals("root") ? "user root;" : "", own, temporary, port, media);
    }

    private static boolean listens(int port) throws IOException {
        try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            return channel.isConnected();
        } catch (ConnectException e) {
            // Not yet.
            return false;
        }
    }

    String name() {
        return name;
    }

    /** Returns the address of the file. */
    public URI uri() {
        return uri;
    }

    Footprint footprint() throws IOException {
        return Footprint.of(process.toHandle());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
