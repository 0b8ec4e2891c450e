package org.reelbench.demo.internal.bench.serve;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.reelbench.cli.Json;
import org.reelbench.demo.internal.bench.Ratio;
import org.reelbench.demo.internal.report.TextTable;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * What pairs of runs under one load gave.
 *
 * @param load the load
 * @param ours our runs
 * @param theirs nginx's, each right before or after ours
 * @param loadAverage the system's, when the cell was done
 */
record Cell(Load load, List<Run> ours, List<Run> theirs, double loadAverage) {

    static String table(List<Cell> cells) {
        TextTable table = new TextTable("body", "connections", "ours MB/s", "nginx MB/s", "speed ours/nginx", "ours CPU s/GB",
                "nginx CPU s/GB", "CPU ours/nginx", "load");
        for (Cell cell : cells) {
            table.row(cell.load.body().name(), Integer.toString(cell.load.connections()),
                    text("%.0f", median(cell.ours, Run::bytesPerSecond) / 1e6),
                    text("%.0f", median(cell.theirs, Run::bytesPerSecond) / 1e6), cell.speed().toString(),
                    text("%.3f", median(cell.ours, Run::cpuSecondsPerGb)),
                    text("%.3f", median(cell.theirs, Run::cpuSecondsPerGb)),
                    cell.cpu().toString(), text("%.1f", cell.loadAverage));
        }
        return table.toString();
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** Above 1 we are faster. */
    Ratio speed() {
        return ratio(Run::bytesPerSecond);
    }

    /** Above 1 we take more. */
    Ratio cpu() {
        return ratio(Run::cpuSecondsPerGb);
    }

    private Ratio ratio(ToDoubleFunction<Run> figure) {
        return Ratio.of(IntStream.range(0, ours.size())
                .mapToObj(i -> figure.applyAsDouble(ours.get(i)) / figure.applyAsDouble(theirs.get(i))).toList());
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        return Ratio.median(runs.stream().map(figure::applyAsDouble).toList());
    }

    /** Writes the members of an object. */
    void write(JsonGenerator json) throws IOException {
        json.writeStringField("body", load.body().name());
        json.writeNumberField("connections", load.connections());
        json.writeNumberField("pairs", ours.size());
        json.writeNumberField("oursBytesPerSecond", Math.round(median(ours, Run::bytesPerSecond)));
        json.writeNumberField("theirsBytesPerSecond", Math.round(median(theirs, Run::bytesPerSecond)));
        write(json, "speedRatio", speed());
        json.writeNumberField("oursCpuSecondsPerGb", Json.rounded(median(ours, Run::cpuSecondsPerGb)));
        json.writeNumberField("theirsCpuSecondsPerGb", Json.rounded(median(theirs, Run::cpuSecondsPerGb)));
        write(json, "cpuRatio", cpu());
        json.writeNumberField("loadAverage", Json.rounded(loadAverage));
    }

    private static void write(JsonGenerator json, String name, Ratio ratio) throws IOException {
        json.writeNumberField(name, Json.rounded(ratio.median()));
        json.writeNumberField(name + "Least", Json.rounded(ratio.least()));
        json.writeNumberField(name + "Greatest", Json.rounded(ratio.greatest()));
    }
}
