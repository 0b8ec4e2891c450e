package org.reelbench.ui.preview.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.ui.PreviewStretch;
import org.reelbench.ui.PreviewStretch.State;

/**
 * Turns the states of segments into stretches that are painted, and remembers what was ready: where it is not any more, an edit has made
 * it stale. One thread.
 */
final class Stretches {

    private List<PreviewStretch> shown = List.of();

    /**
     * A segment at its place, with what is known of it.
     *
     * @param segment the segment
     * @param status how far it is
     */
    record Piece(PreviewSegment segment, SegmentStatus status) {
    }

    /** Takes the states as they are now, in order, and returns what is to be painted. */
    List<PreviewStretch> update(List<Piece> pieces) {
        List<PreviewStretch> next = new ArrayList<>();
        int before = 0;
        for (Piece piece : pieces) {
            PreviewSegment segment = piece.segment();
            while (before < shown.size() && shown.get(before).endFrame() <= segment.start()) {
                before++;
            }
            state(piece, wasReady(before, segment)).ifPresent(state -> add(next,
                    new PreviewStretch(segment.start(), segment.end(), state, piece.status().message())));
        }
        shown = List.copyOf(next);
        return shown;
    }

    private boolean wasReady(int from, PreviewSegment segment) {
        for (int i = from; i < shown.size() && shown.get(i).startFrame() < segment.end(); i++) {
            State state = shown.get(i).state();
            if (state == State.READY || state == State.STALE) {
                return true;
            }
        }
        return false;
    }

    private static Optional<State> state(Piece piece, boolean wasReady) {
        return switch (piece.status().state()) {
        case READY -> Optional.of(State.READY);
        case ENCODING -> Optional.of(State.ENCODING);
        case FAILED -> Optional.of(State.FAILED);
        case PENDING -> wasReady ? Optional.of(State.STALE) : Optional.empty();
        };
    }

    private static void add(List<PreviewStretch> stretches, PreviewStretch next) {
        @Nullable
        PreviewStretch last = stretches.isEmpty() ? null : stretches.getLast();
        if (last != null && last.endFrame() == next.startFrame() && last.state() == next.state()
                && last.detail().equals(next.detail())) {
            stretches.set(stretches.size() - 1,
                    new PreviewStretch(last.startFrame(), next.endFrame(), last.state(), last.detail()));
        } else {
            stretches.add(next);
        }
    }
}
