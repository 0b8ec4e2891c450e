package org.reelbench.demo.internal.bench.start;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;

/**
 * One start, from the process to its first answer.
 *
 * @param wallMs how long it took
 * @param cpuMs how much of processors it took until then
 * @param mapsNatives whether the libraries that decode and encode were in its memory then
 */
record Start(double wallMs, double cpuMs, boolean mapsNatives) {

    private static final String QUESTION = "/health/live";
    private static final int LOOK_MS = 5;
    private static final long LIMIT_MS = 120_000;
    private static final int OK = 200;

    /** Starts a program at a port that is free, asks until it answers, and ends it. */
    static Start of(IntFunction<ProcessBuilder> program, Path log) throws IOException, InterruptedException, CommandException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        URI uri = URI.create("http://127.0.0.1:" + port + QUESTION);
        ProcessBuilder builder = program.apply(port).redirectErrorStream(true).redirectOutput(log.toFile());
        long startNs = System.nanoTime();
        Process process = builder.start();
        try {
            while (!answers(uri)) {
                if (process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS) || System.nanoTime() - startNs > LIMIT_MS * 1_000_000) {
                    throw new CommandException(ExitCode.FAILED, "what is started does not answer; what it said is in " + log);
                }
            }
            double wallMs = (System.nanoTime() - startNs) / 1e6;
            double cpuMs = process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
            boolean maps = Files.readString(Path.of("/proc", Long.toString(process.pid()), "maps")).contains("libavcodec");
            return new Start(wallMs, cpuMs, maps);
        } finally {
            process.destroy();
            if (!process.waitFor(LIMIT_MS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static boolean answers(URI uri) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout((int) LIMIT_MS);
            connection.setReadTimeout((int) LIMIT_MS);
            boolean ok = connection.getResponseCode() == OK;
            connection.disconnect();
            return ok;
        } catch (IOException _) {
            // Not yet.
            return false;
        }
    }
}
