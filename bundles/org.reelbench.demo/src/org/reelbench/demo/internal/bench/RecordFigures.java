package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.reelbench.cli.Json;
import org.reelbench.demo.internal.report.TextTable;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * What the record bench measured.
 *
 * @param encoder what both encode with
 * @param pairs the screen recorded by us and by the ffmpeg program, in turn
 * @param starts devices opened for a recording, and lent to the next one
 * @param costs cards recorded, and the same cards merely drawn and encoded at the same pace, in turn
 * @param load the system's load average when it was done
 */
record RecordFigures(String encoder, List<Takes> pairs, List<Start> starts, List<Cost> costs, double load) {

    private static final double TIMES_FFMPEG = 0.95;
    private static final double SOONER = 1.6;
    /** One picture that comes half a slot late counts as lost with us, not with ffmpeg, whose pictures lie in no slots. */
    private static final double LOST_PERCENT = 1;
    private static final double OWN_PERCENT = 5;
    private static final double PERCENT = 100;
    private static final double MS_PER_S = 1000;

    RecordFigures {
        pairs = List.copyOf(pairs);
        starts = List.copyOf(starts);
        costs = List.copyOf(costs);
    }

    /**
     * One recording of the screen.
     *
     * @param frames pictures in the file
     * @param lost pictures that should be there
     * @param cpuSeconds processor time
     * @param fileBytes the size of the file
     * @param ownCpuSeconds what of it was neither that of a device nor of an encoder; 0 for a program that does not tell
     */
    record Take(long frames, long lost, double cpuSeconds, long fileBytes, double ownCpuSeconds) {

        double cpuMsAPicture() {
            return cpuSeconds * MS_PER_S / frames;
        }
    }

    /** Two recordings, one right after the other. */
    record Takes(Take ours, Take theirs) {
    }

    /**
     * Two starts, each from the wish to the first picture.
     *
     * @param coldMs with a device to open
     * @param reusedMs with the device still open
     */
    record Start(double coldMs, double reusedMs) {
    }

    /** Processor time for a card, recorded and merely encoded. */
    record Cost(double recordedSeconds, double bareSeconds) {
    }

    /** Theirs by ours: above 1 we take less. */
    Ratio cpu() {
        return Ratio.of(pairs.stream().map(pair -> pair.theirs().cpuMsAPicture() / pair.ours().cpuMsAPicture()).toList());
    }

    Ratio sooner() {
        return Ratio.of(starts.stream().map(start -> start.coldMs() / start.reusedMs()).toList());
    }

    /** What the recorder's own work takes, against all that recording a screen takes; both were measured in the same run. */
    double ownPercent() {
        return PERCENT * Ratio.of(pairs.stream().map(Takes::ours).map(take -> take.ownCpuSeconds() / take.cpuSeconds()).toList())
                .median();
    }

    /** What the recorder takes beside drawing and encoding, against these. */
    double overheadPercent() {
        return PERCENT
                * (Ratio.of(costs.stream().map(cost -> cost.recordedSeconds() / cost.bareSeconds()).toList()).median() - 1);
    }

    List<Goal> goals() {
        return List.of(
                Goal.atLeast("processor time for a picture of the screen, ffmpeg's to ours", cpu().median(), TIMES_FFMPEG, ""),
                Goal.atMost("pictures lost by us beyond those ffmpeg lost", PERCENT * (share(Takes::ours) - share(Takes::theirs)),
                        LOST_PERCENT, " %"),
                Goal.atLeast("a device that is open already delivers sooner", sooner().median(), SOONER, " times"),
                Goal.atMost("processor time that is neither the grabber's nor the encoder's", ownPercent(), OWN_PERCENT, " %"));
    }

    private double share(Function<Takes, Take> whose) {
        List<Take> takes = pairs.stream().map(whose).toList();
        double lost = takes.stream().mapToLong(Take::lost).sum();
        return lost / (lost + takes.stream().mapToLong(Take::frames).sum());
    }

    String table() {
        TextTable table = new TextTable("recorded by", "pictures", "lost", "CPU ms a picture", "MB");
        for (Takes pair : pairs) {
            row(table, "us", pair.ours());
            row(table, "ffmpeg", pair.theirs());
        }
        return table + "\n\nCPU ffmpeg/ours " + cpu() + "\nfirst picture after " + number(median(Start::coldMs), 0)
                + " ms, from a device that is open " + number(median(Start::reusedMs), 0) + " ms, " + sooner()
                + " times sooner\nneither grabber nor encoder " + number(ownPercent(), 1)
                + " %; cards recorded beside cards merely encoded "
                + number(overheadPercent(), 1) + " % more; load " + number(load, 1);
    }

    private static void row(TextTable table, String who, Take take) {
        table.row(who, Long.toString(take.frames()), Long.toString(take.lost()), number(take.cpuMsAPicture(), 2),
                number(take.fileBytes() / 1e6, 1));
    }

    private double median(ToDoubleFunction<Start> figure) {
        return Ratio.median(starts.stream().map(figure::applyAsDouble).toList());
    }

    /** Writes the members of an object. */
    void write(JsonGenerator json) throws IOException {
        json.writeStringField("encoder", encoder);
        json.writeArrayFieldStart("pairs");
        for (Takes pair : pairs) {
            json.writeStartObject();
            write(json, "ours", pair.ours());
            write(json, "ffmpeg", pair.theirs());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("cpuRatio", Json.rounded(cpu().median()));
        json.writeNumberField("cpuRatioLeast", Json.rounded(cpu().least()));
        json.writeNumberField("cpuRatioGreatest", Json.rounded(cpu().greatest()));
        json.writeNumberField("coldStartMs", Json.rounded(median(Start::coldMs)));
        json.writeNumberField("reusedStartMs", Json.rounded(median(Start::reusedMs)));
        json.writeNumberField("reuseRatio", Json.rounded(sooner().median()));
        json.writeNumberField("ownPercent", Json.rounded(ownPercent()));
        json.writeNumberField("overheadPercent", Json.rounded(overheadPercent()));
        json.writeNumberField("loadAverage", Json.rounded(load));
        Goal.write(goals(), json);
    }

    private static void write(JsonGenerator json, String who, Take take) throws IOException {
        json.writeObjectFieldStart(who);
        json.writeNumberField("frames", take.frames());
        json.writeNumberField("lost", take.lost());
        json.writeNumberField("cpuMsAPicture", Json.rounded(take.cpuMsAPicture()));
        json.writeNumberField("fileBytes", take.fileBytes());
        json.writeNumberField("ownCpuSeconds", Json.rounded(take.ownCpuSeconds()));
        json.writeEndObject();
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
