package org.reelbench.cli.internal.commands;

import org.reelbench.cli.Console;
import org.reelbench.encoding.ExportProgress;
import org.reelbench.encoding.ExportSummary;

/** A bar on a terminal, nothing but the summary elsewhere. */
final class TextProgress implements ProgressView {

    private static final int BAR = 40;

    private final Console console;
    private boolean shown;

    TextProgress(Console console) {
        this.console = console;
    }

    @Override
    public void progress(ExportProgress progress) {
        if (console.terminal()) {
            int done = (int) (progress.fraction() * BAR);
            String remaining = progress.remainingMs() < 0 ? "" : ", " + (progress.remainingMs() + 999) / 1000 + " s left ";
            console.err().printf("\r[%s%s] %3d %%%s%s  ", "#".repeat(done), "-".repeat(BAR - done),
                    Math.round(progress.fraction() * 100), remaining, step(progress.step()));
            shown = true;
        }
    }

    /** The usual step needs no word. */
    private static String step(ExportProgress.Step step) {
        return switch (step) {
        case LOOKING, ENCODING -> "";
        case FIRST_PASS -> ", looking ";
        case VERIFYING -> ", verifying";
        };
    }

    @Override
    public void end() {
        if (shown) {
            shown = false;
            console.err().printf("\r%s\r", " ".repeat(BAR + 44));
        }
    }

    @Override
    public void summary(ExportSummary summary) {
        console.out().printf("%s: %d frames, %.3f s, %.1f MB, %.2fx real time, peak memory %d MB%n", summary.file(),
                summary.frames(),
                summary.duration().seconds().toDouble(), summary.sizeBytes() / 1e6, summary.speed(),
                ProcessMemory.peakBytes() / 1_000_000);
        summary.notes().forEach(note -> console.out().println("  " + note));
    }
}
