package org.reelbench.ui.viewer.internal.snapshot;

import java.util.Locale;

import org.reelbench.time.Timecode;
import org.reelbench.timeline.Sequence;

/** What files of single frames are called. */
public final class SnapshotName {

    private static final String ENDING = ".png";

    private SnapshotName() {
    }

    /** Returns the name that is offered: what is shown, and which frame. */
    public static String of(Sequence sequence, long frame) {
        String place = Timecode.of(frame, sequence.rate()).toString().replace(':', '-').replace(';', '-');
        String name = sequence.name().replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", " ").strip();
        return (name.isEmpty() ? "frame" : name) + " " + place + ENDING;
    }

    /** Returns a file's name with the ending of its kind. */
    public static String withEnding(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(ENDING) ? file : file + ENDING;
    }
}
