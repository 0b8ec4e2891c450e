package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.cli.Json;
import org.reelbench.demo.internal.report.TextTable;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * What the render bench measured for one number of tracks.
 *
 * @param peer the other program
 * @param tracks how many
 * @param pairs the runs
 * @param wholeProcess one run of ours as a process of its own, or null
 * @param load the system's load average when it was done
 */
record RenderFigures(String peer, int tracks, List<Pair> pairs, @Nullable Measured wholeProcess, double load) {

    static String table(List<RenderFigures> figures) {
        String peer = figures.isEmpty() ? "" : figures.getFirst().peer;
        TextTable table = new TextTable("tracks", "CPU s ours", "CPU s " + peer, "CPU " + peer + "/ours",
                "wall " + peer + "/ours", "peak MB ours", "peak MB " + peer, "own process: CPU s", "wall s", "peak MB", "load");
        for (RenderFigures f : figures) {
            Measured whole = f.wholeProcess;
            table.row(Integer.toString(f.tracks), seconds(f.ours(Measured::cpuSeconds)), seconds(f.theirs(Measured::cpuSeconds)),
                    f.cpu().toString(), f.wall().toString(), megabytes(f.ours(Measured::peakBytes)),
                    megabytes(f.theirs(Measured::peakBytes)),
                    whole == null ? "-" : seconds(whole.cpuSeconds()), whole == null ? "-" : seconds(whole.wallSeconds()),
                    whole == null ? "-" : megabytes(whole.peakBytes()), String.format(Locale.ROOT, "%.1f", f.load));
        }
        return table.toString();
    }

    /** Writes the members of an object. */
    void write(JsonGenerator json) throws IOException {
        json.writeStringField("peer", peer);
        json.writeNumberField("tracks", tracks);
        json.writeNumberField("pairs", pairs.size());
        json.writeNumberField("oursCpuSeconds", Json.rounded(ours(Measured::cpuSeconds)));
        json.writeNumberField("theirsCpuSeconds", Json.rounded(theirs(Measured::cpuSeconds)));
        write(json, "cpuRatio", cpu());
        write(json, "wallRatio", wall());
        json.writeNumberField("oursPeakBytes", (long) ours(Measured::peakBytes));
        json.writeNumberField("theirsPeakBytes", (long) theirs(Measured::peakBytes));
        Measured whole = wholeProcess;
        if (whole != null) {
            json.writeNumberField("ownProcessCpuSeconds", Json.rounded(whole.cpuSeconds()));
            json.writeNumberField("ownProcessWallSeconds", Json.rounded(whole.wallSeconds()));
            json.writeNumberField("ownProcessPeakBytes", whole.peakBytes());
        }
        json.writeNumberField("loadAverage", Json.rounded(load));
    }

    private static void write(JsonGenerator json, String name, Ratio ratio) throws IOException {
        json.writeNumberField(name, Json.rounded(ratio.median()));
        json.writeNumberField(name + "Least", Json.rounded(ratio.least()));
        json.writeNumberField(name + "Greatest", Json.rounded(ratio.greatest()));
    }

    private Ratio cpu() {
        return Ratio.of(pairs, Measured::cpuSeconds);
    }

    private Ratio wall() {
        return Ratio.of(pairs, Measured::wallSeconds);
    }

    private double ours(ToDoubleFunction<Measured> figure) {
        return Ratio.median(pairs.stream().map(pair -> figure.applyAsDouble(pair.ours())).toList());
    }

    private double theirs(ToDoubleFunction<Measured> figure) {
        return Ratio.median(pairs.stream().map(pair -> figure.applyAsDouble(pair.theirs())).toList());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    private static String megabytes(double bytes) {
        return Long.toString(Math.round(bytes / 1e6));
    }
}
