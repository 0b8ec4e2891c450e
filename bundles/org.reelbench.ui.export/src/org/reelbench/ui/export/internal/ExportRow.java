package org.reelbench.ui.export.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.reelbench.encoding.ExportProgress;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.encoding.QueuedExport;
import org.reelbench.encoding.QueuedExport.State;

/**
 * An export of the queue as a row of the list.
 *
 * @param file its file's name
 * @param format the preset's name
 * @param state how far it is
 * @param size how large its file is, or about will be
 * @param time how long it took, or about takes still
 * @param isProblem whether it has failed
 * @param explanation what is told where the mouse rests
 */
record ExportRow(String file, String format, String state, String size, String time, boolean isProblem, String explanation) {

    private static final int PERCENT = 100;

    static ExportRow of(QueuedExport export) {
        State state = export.state();
        Optional<ExportProgress> progress = export.progress().filter(_ -> !state.isEnd());
        Optional<ExportSummary> made = export.summary();
        Path target = export.request().target();
        String size = made.map(summary -> About.size(summary.sizeBytes()))
                .or(() -> progress.map(ExportProgress::expectedBytes).filter(bytes -> bytes >= 0)
                        .map(bytes -> "about " + About.size(bytes)))
                .orElse("");
        String time = made.map(summary -> "took " + About.time(summary.elapsedMs()))
                .or(() -> progress.map(ExportProgress::remainingMs).filter(ms -> ms >= 0)
                        .map(ms -> "about " + About.time(ms) + " left"))
                .orElse("");
        return new ExportRow(String.valueOf(target.getFileName()), export.request().preset().label(),
                state(state, progress, export.problem()), size, time, state == State.FAILED,
                String.join("\n", explanation(target, export.problem(), made)));
    }

    private static String state(State state, Optional<ExportProgress> progress, String problem) {
        String percent = progress.map(now -> (int) (now.fraction() * PERCENT) + " %").orElse("");
        return switch (state) {
        case WAITING -> "waiting";
        case RUNNING -> progress.map(now -> step(now) + percent).orElse("beginning");
        case PAUSED -> percent.isEmpty() ? "paused" : "paused at " + percent;
        case DONE -> "done";
        case FAILED -> "failed: " + problem;
        case CANCELLED -> "cancelled";
        };
    }

    private static String step(ExportProgress progress) {
        return switch (progress.step()) {
        case LOOKING -> "looking at the media, ";
        case FIRST_PASS -> "looking at the film, ";
        case ENCODING -> "";
        case VERIFYING -> "comparing, ";
        };
    }

    private static List<String> explanation(Path target, String problem, Optional<ExportSummary> made) {
        List<String> lines = new java.util.ArrayList<>();
        lines.add(target.toString());
        if (!problem.isEmpty()) {
            lines.add(problem);
        }
        made.ifPresent(summary -> lines.addAll(summary.notes()));
        return lines;
    }

    /** The cells of its row. */
    String[] cells() {
        return new String[] { file, format, state, size, time };
    }
}
