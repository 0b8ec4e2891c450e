package org.reelbench.ui.viewer.internal;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.ui.viewer.internal.ViewerTransport.Status;

/** Says in few words how playback goes. */
final class StatusWords {

    private StatusWords() {
    }

    static String text(Status status) {
        List<String> words = new ArrayList<>();
        if (Math.abs(status.speed()) > 1) {
            words.add((status.speed() < 0 ? "−" : "") + Math.abs(status.speed()) + "×");
        }
        if (status.isStored()) {
            words.add("Preview");
        } else if (status.divisor() > 1) {
            words.add("1/" + status.divisor() + " size");
        }
        if (status.dropped() > 0) {
            words.add(status.dropped() + " dropped");
        }
        return String.join(", ", words);
    }

    /** What the words mean; empty where there are none. */
    static String tip(Status status) {
        List<String> lines = new ArrayList<>();
        if (status.isStored()) {
            lines.add("Previews are played here, as putting the tracks together takes too long");
        } else if (status.divisor() > 1) {
            lines.add("Pictures are rendered smaller while they play; those that stand still and films are not");
        }
        if (status.dropped() > 0) {
            lines.add("Dropped pictures were too late to be shown; an export has them all");
        }
        return String.join("\n", lines);
    }
}
