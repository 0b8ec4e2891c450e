package org.reelbench.ui.tracks.internal.paint;

import org.eclipse.swt.graphics.Color;
import org.reelbench.project.decoration.Tone;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.PreviewStretch;
import org.reelbench.ui.Theme;

/** The colours of the track view that follow from the theme's. */
final class Shades {

    /** Behind the clips of a track. */
    static final Color LANE = of(0x1b1e22, 0xf0f1f4);
    /** Behind the clips of a track that is hidden or muted. */
    static final Color LANE_OFF = of(0x181a1d, 0xe4e7eb);
    private static final double BRIGHTER = 1.24;
    private static final double DEEPER = 0.62;
    private static final double PALER = 0.5;
    private static final double OFF = 0.55;
    private static final int WHITE = 255;

    /** Of previews that are ready. */
    private static final Color READY = of(0x4fb07c, 0x2f8f5b);
    /** Of those that were before an edit. */
    private static final Color STALE = of(0x8a6f45, 0xb59a6e);

    /** Of markers without a colour of their own. */
    private static final Color MARKER = of(0x5fa8d3, 0x2f7fb0);

    /** Of decorations that warn: not the amber of what is in hand. */
    private static final Color WARNING = of(0xe6d34a, 0x8a7400);

    private Shades() {
    }

    /** Returns the colour of a clip: by what it is, not by where it lies. */
    static Color of(Clip clip, TrackKind kind, boolean off) {
        Color base = kind == TrackKind.AUDIO
                ? Theme.CLIP_AUDIO
                : clip.content() instanceof MediaStream ? Theme.CLIP_VIDEO : Theme.CLIP_STILL;
        return off ? off(base) : base;
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

    /** Returns the colour of what a decorator says. */
    static Color of(Tone tone) {
        return switch (tone) {
        case NOTE -> MARKER;
        case GOOD -> READY;
        case WARNING -> WARNING;
        case PROBLEM -> Theme.PROBLEM;
        };
    }

    /** Returns the colour of a marker: its own, or the usual one. */
    static Color of(Marker marker) {
        if (marker.color().isEmpty()) {
            return MARKER;
        }
        return rgb(Integer.parseInt(marker.color().substring(1), 16));
    }

    /** What stands out from a clip: its upper edge, its waveform. */
    static Color standingOut(Color color) {
        return Theme.isLight() ? scaled(color, DEEPER) : scaled(color, BRIGHTER);
    }

    /** What lies behind the pictures and the waveform of a clip. */
    static Color behind(Color color) {
        return Theme.isLight() ? paler(color) : scaled(color, DEEPER);
    }

    /** Nearly grey, and nearer to the lane. */
    private static Color off(Color color) {
        return Theme.isLight() ? paler(grey(color)) : scaled(grey(color), OFF);
    }

    private static Color paler(Color color) {
        return new Color(paler(color.getRed()), paler(color.getGreen()), paler(color.getBlue()));
    }

    private static int paler(int value) {
        return part(value + (WHITE - value) * PALER);
    }

    private static Color of(int darkRgb, int lightRgb) {
        return rgb(Theme.isLight() ? lightRgb : darkRgb);
    }

    private static Color rgb(int rgb) {
        return new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
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
