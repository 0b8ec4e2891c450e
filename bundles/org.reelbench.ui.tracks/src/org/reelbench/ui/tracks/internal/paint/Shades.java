package org.reelbench.ui.tracks.internal.paint;

import org.eclipse.swt.graphics.Color;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.PreviewStretch;
import org.reelbench.ui.Theme;

/** The colours of the track view that follow from the theme's. */
final class Shades {

    /** Behind the clips of a track. */
    static final Color LANE = new Color(0x1b, 0x1e, 0x22);
    /** Behind the clips of a track that is hidden or muted. */
    static final Color LANE_OFF = new Color(0x18, 0x1a, 0x1d);
    private static final double LIGHTER = 1.24;
    private static final double DARKER = 0.62;
    private static final double OFF = 0.45;

    /** Of previews that are ready. */
    private static final Color READY = new Color(0x4f, 0xb0, 0x7c);
    /** Of those that were before an edit. */
    private static final Color STALE = new Color(0x8a, 0x6f, 0x45);

    /** Of markers without a colour of their own. */
    private static final Color MARKER = new Color(0x5f, 0xa8, 0xd3);

    private Shades() {
    }

    /** Returns the colour of a clip: by what it is, not by where it lies. */
    static Color of(Clip clip, TrackKind kind, boolean off) {
        Color base = kind == TrackKind.AUDIO
                ? Theme.CLIP_AUDIO
                : clip.content() instanceof MediaStream ? Theme.CLIP_VIDEO : Theme.CLIP_STILL;
        return off ? scaled(grey(base), OFF + 0.2) : base;
    }

    /** Returns the colour of a stretch of the bar of previews. */
    static Color of(PreviewStretch.State state) {
        return switch (state) {
        case READY -> READY;
        case ENCODING -> Theme.ACCENT;
        case STALE -> STALE;
        case FAILED -> Theme.PROBLEM;
        };
    }

    /** Returns the colour of a marker: its own, or the usual one. */
    static Color of(Marker marker) {
        if (marker.color().isEmpty()) {
            return MARKER;
        }
        int rgb = Integer.parseInt(marker.color().substring(1), 16);
        return new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    static Color lighter(Color color) {
        return scaled(color, LIGHTER);
    }

    static Color darker(Color color) {
        return scaled(color, DARKER);
    }

    private static Color grey(Color color) {
        int mean = (color.getRed() + color.getGreen() + color.getBlue()) / 3;
        return new Color((color.getRed() + mean) / 2, (color.getGreen() + mean) / 2, (color.getBlue() + mean) / 2);
    }

    private static Color scaled(Color color, double factor) {
        return new Color(part(color.getRed() * factor), part(color.getGreen() * factor), part(color.getBlue() * factor));
    }

    private static int part(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
