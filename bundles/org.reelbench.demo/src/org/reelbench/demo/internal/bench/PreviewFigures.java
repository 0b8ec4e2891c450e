package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.reelbench.cli.Json;
import org.reelbench.demo.internal.report.TextTable;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * What the preview bench measured for one film.
 *
 * @param name what it is
 * @param filmSeconds how long it is
 * @param waits what it took to look at places nobody had looked at before
 * @param stopsMs how long it took until nobody worked any more on a segment that was left
 * @param pairs all of it encoded by us, and made by the ffmpeg program
 * @param edits edits, each until all it changed was encoded again
 * @param cachedMs opening it again and reading all of it
 * @param cachedEncoded how many segments were encoded for that
 * @param load the system's load average when it was done
 */
record PreviewFigures(String name, int filmSeconds, List<Wait> waits, List<Double> stopsMs, List<Pair> pairs, List<Edit> edits,
        double cachedMs,
        long cachedEncoded, double load) {

    private static final double MS_PER_S = 1000;
    private static final double LONG_FILM_SECONDS = 600;

    PreviewFigures {
        waits = List.copyOf(waits);
        stopsMs = List.copyOf(stopsMs);
        pairs = List.copyOf(pairs);
        edits = List.copyOf(edits);
    }

    /**
     * How long somebody waited who looked at a segment that was not there.
     *
     * @param firstMs until its first fragment could be read
     * @param wholeMs until all of it was there and checked
     */
    record Wait(double firstMs, double wholeMs) {
    }

    /**
     * An edit.
     *
     * @param ms until all it changed was there again
     * @param encoded how many segments were encoded for it
     */
    record Edit(double ms, int encoded) {
    }

    static String table(List<PreviewFigures> figures) {
        TextTable table = new TextTable("film", "first ms p50", "p95", "first/whole", "stop ms p95", "CPU ffmpeg/ours",
                "wall ffmpeg/ours",
                "edit ms", "segments", "edit/ffmpeg 10 min", "cached ms", "encoded", "load");
        for (PreviewFigures f : figures) {
            table.row(f.name, number(f.firstMs(50), 0), number(f.firstMs(95), 0), f.firstShare().toString(),
                    number(ScrubFigures.percentile(f.stopsMs, 95), 0), f.cpu().toString(),
                    f.wall().toString(), number(Ratio.median(f.edits.stream().map(Edit::ms).toList()), 0),
                    Long.toString(Math.round(Ratio.median(f.edits.stream().map(edit -> (double) edit.encoded()).toList()))),
                    number(f.editShare(), 4), number(f.cachedMs, 0), Long.toString(f.cachedEncoded), number(f.load, 1));
        }
        return table.toString();
    }

    double firstMs(int percent) {
        return ScrubFigures.percentile(waits.stream().map(Wait::firstMs).toList(), percent);
    }

    /** The first fragment by the whole segment, segment by segment. */
    Ratio firstShare() {
        return Ratio.of(waits.stream().map(wait -> wait.firstMs() / wait.wholeMs()).toList());
    }

    private Ratio cpu() {
        return Ratio.of(pairs, Measured::cpuSeconds);
    }

    private Ratio wall() {
        return Ratio.of(pairs, Measured::wallSeconds);
    }

    /** An edit by what the program takes to make ten minutes anew, at the speed at which it made this film. */
    double editShare() {
        double theirMs = Ratio.median(pairs.stream().map(pair -> pair.theirs().wallSeconds()).toList()) * MS_PER_S
                * LONG_FILM_SECONDS / filmSeconds;
        return Ratio.median(edits.stream().map(Edit::ms).toList()) / theirMs;
    }

    /** Writes the members of an object. */
    void write(JsonGenerator json) throws IOException {
        json.writeStringField("film", name);
        json.writeNumberField("filmSeconds", filmSeconds);
        json.writeNumberField("firstP50Ms", Json.rounded(firstMs(50)));
        json.writeNumberField("firstP95Ms", Json.rounded(firstMs(95)));
        write(json, "firstShare", firstShare());
        json.writeNumberField("stopP95Ms", Json.rounded(ScrubFigures.percentile(stopsMs, 95)));
        write(json, "cpuRatio", cpu());
        write(json, "wallRatio", wall());
        json.writeArrayFieldStart("edits");
        for (Edit edit : edits) {
            json.writeStartObject();
            json.writeNumberField("ms", Json.rounded(edit.ms()));
            json.writeNumberField("encoded", edit.encoded());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("editShareOfTenMinutes", editShare());
        json.writeNumberField("cachedMs", Json.rounded(cachedMs));
        json.writeNumberField("cachedEncoded", cachedEncoded);
        json.writeNumberField("loadAverage", Json.rounded(load));
    }

    private static void write(JsonGenerator json, String name, Ratio ratio) throws IOException {
        json.writeNumberField(name, Json.rounded(ratio.median()));
        json.writeNumberField(name + "Least", Json.rounded(ratio.least()));
        json.writeNumberField(name + "Greatest", Json.rounded(ratio.greatest()));
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
