package org.reelbench.cli.internal.commands;

import java.util.List;

import org.reelbench.cli.Console;
import org.reelbench.cli.Json;
import org.reelbench.media.MediaSearch;
import org.reelbench.media.MediaSearch.Found;
import org.reelbench.media.MissingMedium;

/** Prints what a search for media came to, for people or for programs. */
final class RelinkReport {

    private final Console console;
    private final boolean json;

    RelinkReport(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    void print(MediaSearch search, boolean saved) {
        search.found().forEach(this::found);
        search.missing().forEach(this::missing);
        search.notes().forEach(this::note);
        summary(search.found(), search.missing(), saved);
    }

    private void found(Found found) {
        String by = found.match() == MediaSearch.Match.CONTENT ? "content" : "name";
        line(found.medium().id() + ": " + found.medium().path() + "\n  is now " + found.file()
                + (by.equals("name") ? " (by its name; its content was not known)" : ""), Json.line(out -> {
                    out.writeStringField("event", "found");
                    out.writeStringField("media", found.medium().id());
                    out.writeStringField("from", found.medium().path());
                    out.writeStringField("to", found.file().toString());
                    out.writeStringField("by", by);
                }));
    }

    private void missing(MissingMedium medium) {
        line(medium.id() + ": " + medium.path() + "\n  was not found", Json.line(out -> {
            out.writeStringField("event", "missing");
            out.writeStringField("media", medium.id());
            out.writeStringField("from", medium.path());
        }));
    }

    /** Tells something beside the results. */
    void note(String note) {
        if (json) {
            console.out().println(Json.line(out -> {
                out.writeStringField("event", "note");
                out.writeStringField("text", note);
            }));
        } else {
            console.err().println(note);
        }
    }

    private void summary(List<Found> found, List<MissingMedium> missing, boolean saved) {
        String text = found.isEmpty() && missing.isEmpty()
                ? "no medium is missing"
                : found.size() + " found, " + missing.size() + " still missing" + (saved ? "; the project is saved" : "");
        line(text, Json.line(out -> {
            out.writeStringField("event", "summary");
            out.writeNumberField("found", found.size());
            out.writeNumberField("missing", missing.size());
            out.writeBooleanField("saved", saved);
        }));
    }

    private void line(String text, String object) {
        console.out().println(json ? object : text);
    }
}
