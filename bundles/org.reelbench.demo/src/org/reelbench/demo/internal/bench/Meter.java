package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.demo.internal.report.ProcessMemory;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;

/** Measures work in this process, and other programs as whole processes. */
final class Meter {

    /** How often a running program's memory is looked at; its peak only grows, so little is missed. */
    private static final long LOOK_MS = 20;

    private Meter() {
    }

    /** Something to measure. */
    @FunctionalInterface
    interface Work {
        void run() throws CommandException;
    }

    /** Measures work in this process, with all that its other threads do meanwhile. */
    static Measured here(Work work) throws CommandException {
        ProcessMemory.forgetOwnPeak();
        CpuClock before = CpuClock.now();
        long startedNs = System.nanoTime();
        work.run();
        double wallSeconds = (System.nanoTime() - startedNs) / 1e9;
        return new Measured(CpuClock.now().ownSeconds() - before.ownSeconds(), wallSeconds, ProcessMemory.peakBytes());
    }

    /** Measures a program from its start to its end; what it says goes to a file and, if it fails, into the exception. */
    static Measured program(ProcessBuilder program, Path log, Cancellation cancellation) throws CommandException {
        CpuClock before = CpuClock.now();
        long startedNs = System.nanoTime();
        long peakBytes = 0;
        int exitCode;
        try {
            Process process = program.redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile()).start();
            try {
                while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                    peakBytes = Math.max(peakBytes, ProcessMemory.peakBytes(process.pid()));
                    cancellation.check();
                }
                exitCode = process.exitValue();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new CommandException(ExitCode.NOT_AVAILABLE, name(program) + " cannot be started (" + e.getMessage() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        double wallSeconds = (System.nanoTime() - startedNs) / 1e9;
        if (exitCode != 0) {
            throw new CommandException(ExitCode.FAILED, name(program) + " ended with " + exitCode + ": " + lastLine(log));
        }
        return new Measured(CpuClock.now().childrenSeconds() - before.childrenSeconds(), wallSeconds, peakBytes);
    }

    private static String name(ProcessBuilder program) {
        return program.command().getFirst();
    }

    private static String lastLine(Path log) throws CommandException {
        try {
            List<String> lines = Files.readString(log, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
            return lines.isEmpty() ? "it said nothing" : lines.getLast() + " (all of it is in " + log + ")";
        } catch (IOException e) {
            throw Failures.of(log, e);
        }
    }
}
