package org.reelbench.demo.internal.report;

import java.util.Locale;

import org.reelbench.cli.Console;
import org.reelbench.cli.Json;

/**
 * Tells step by step what a command does: a line for each step, on a terminal a percentage while it goes on, or JSON objects.
 * One thread.
 */
public final class Progress {

    /** Between two signs of life of one step. */
    private static final long INTERVAL_NS = 500_000_000;

    private final Console console;
    private final boolean json;
    private String step = "";
    private long startedNs;
    private long shownNs;
    private boolean shown;

    /**
     * Creates the view.
     *
     * @param console where to
     * @param json whether programs read it
     */
    public Progress(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /**
     * Begins a step.
     *
     * @param what what is done, for people
     */
    public void begin(String what) {
        step = what;
        startedNs = System.nanoTime();
        shownNs = startedNs;
    }

    /**
     * Shows how far the step is, unless it did so a moment ago.
     *
     * @param share 0 to 1
     */
    public void at(double share) {
        long now = System.nanoTime();
        if (now - shownNs < INTERVAL_NS) {
            return;
        }
        shownNs = now;
        if (json) {
            event("progress", share, now);
        } else if (console.terminal()) {
            shown = true;
            console.err().printf("\r%s … %3d %%  ", step, Math.round(share * 100));
        }
    }

    /** Ends the step. */
    public void done() {
        long now = System.nanoTime();
        if (json) {
            event("done", 1, now);
            return;
        }
        abandon();
        console.out().println(step + String.format(Locale.ROOT, ": %.1f s", (now - startedNs) / 1e9));
    }

    /** Leaves the line that shows a percentage; the step ends without success. */
    public void abandon() {
        if (shown) {
            shown = false;
            console.err().print("\r" + " ".repeat(step.length() + 11) + "\r");
        }
    }

    /**
     * Says something.
     *
     * @param line one line
     */
    public void say(String line) {
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("event", "message");
                out.writeStringField("text", line);
            }));
        } else {
            console.out().println(line);
        }
    }

    private void event(String event, double share, long now) {
        console.out().println(Json.line(out -> {
            out.writeStringField("event", event);
            out.writeStringField("step", step);
            out.writeNumberField("share", Json.rounded(share));
            out.writeNumberField("elapsedMs", (now - startedNs) / 1_000_000);
        }));
    }
}
