package org.reelbench.cli.internal.play;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.reelbench.cli.Json;
import org.reelbench.memory.LedgerEntry;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.ReliefRecord;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Tells people and programs what playing took.
 *
 * @param result what it took
 */
record PlayReport(PlayResult result) {

    private static final double NANOS_PER_MS = 1e6;
    private static final double MIB = 1024 * 1024;

    void text(PrintStream out) {
        Watch watch = result.watch();
        out.printf(Locale.ROOT, "played %.1f s: %d pictures shown, %d dropped, %.1f s of processor time%n", result.seconds(),
                result.shown(), result.dropped(), result.cpuSeconds());
        if (result.exact().count() > 0) {
            out.printf(Locale.ROOT,
                    "%d seeks: first picture after %.1f ms (95 %% within %.1f ms), the right one after %.1f ms (95 %% "
                            + "within %.1f ms)%n",
                    result.exact().count(), result.first().percentileMs(50), result.first().percentileMs(95),
                    result.exact().percentileMs(50), result.exact().percentileMs(95));
        }
        if (result.starts().count() > 0) {
            out.printf(Locale.ROOT, "%d starts: picture and sound go on after %.1f ms (95 %% within %.1f ms)%n",
                    result.starts().count(), result.starts().percentileMs(50), result.starts().percentileMs(95));
        }
        out.printf(Locale.ROOT, "decoders: at most %d, %d at the end%n", watch.mostDecoders(), result.decodersAfter());
        out.printf(Locale.ROOT, "memory of the process: %.1f MiB before, at most %.1f MiB, %.1f MiB after%n",
                watch.beforeBytes() / MIB, watch.peakBytes() / MIB, result.afterBytes() / MIB);
        MemoryReading reading = watch.reading();
        out.printf(Locale.ROOT, "when the ledger held most: %.1f MiB, of which %.1f unaccounted, %.1f heap, %.1f code%n",
                reading.process().processBytes() / MIB, reading.unaccountedBytes() / MIB, reading.process().heapBytes() / MIB,
                reading.process().codeBytes() / MIB);
        for (ReliefRecord relief : result.shortage().reliefs()) {
            out.printf(Locale.ROOT, "  given back: %-28s %8.1f MiB%n", relief.label(), relief.givenBytes() / MIB);
        }
        for (Map.Entry<String, Long> owner : owners().entrySet()) {
            out.printf(Locale.ROOT, "  %-40s %8.1f MiB%n", owner.getKey(), owner.getValue() / MIB);
        }
    }

    /** What was held for what, when most was. */
    private Map<String, Long> owners() {
        return result.watch().atMost().stream().collect(Collectors.groupingBy(entry -> entry.holding().label(), TreeMap::new,
                Collectors.summingLong(LedgerEntry::bytes)));
    }

    void json(PrintStream out) {
        out.println(Json.line(this::write));
    }

    private void write(JsonGenerator json) throws IOException {
        Watch watch = result.watch();
        json.writeNumberField("openedMs", result.openedNanos() / NANOS_PER_MS);
        json.writeNumberField("playedSeconds", result.seconds());
        json.writeNumberField("cpuSeconds", result.cpuSeconds());
        json.writeNumberField("framesShown", result.shown());
        json.writeNumberField("framesDropped", result.dropped());
        json.writeObjectFieldStart("seeks");
        json.writeNumberField("count", result.exact().count());
        json.writeNumberField("approximate", result.figures().approximate());
        times(json, "firstPaint", result.first());
        times(json, "exactPaint", result.exact());
        times(json, "startToMove", result.starts());
        json.writeEndObject();
        json.writeObjectFieldStart("decoders");
        json.writeNumberField("most", watch.mostDecoders());
        json.writeNumberField("after", result.decodersAfter());
        json.writeEndObject();
        json.writeObjectFieldStart("memory");
        json.writeNumberField("beforeBytes", watch.beforeBytes());
        json.writeNumberField("peakBytes", watch.peakBytes());
        json.writeNumberField("afterBytes", result.afterBytes());
        json.writeNumberField("budgetBytes", result.shortage().budgetBytes());
        json.writeNumberField("warnings", result.shortage().warnings());
        json.writeEndObject();
        reading(json, watch.reading());
        json.writeArrayFieldStart("relief");
        for (ReliefRecord relief : result.shortage().reliefs()) {
            json.writeStartObject();
            json.writeStringField("step", relief.label());
            json.writeNumberField("calls", relief.calls());
            json.writeNumberField("releasedBytes", relief.givenBytes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("ledger");
        List<LedgerEntry> entries = watch.atMost().stream().sorted(Comparator.comparing(LedgerEntry::bytes).reversed()).toList();
        for (LedgerEntry entry : entries) {
            json.writeStartObject();
            json.writeStringField("holding", entry.holding().label());
            json.writeStringField("label", entry.label());
            json.writeStringField("bundle", entry.bundle());
            json.writeNumberField("bytes", entry.bytes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("problem", result.problem());
    }

    private static void reading(JsonGenerator json, MemoryReading reading) throws IOException {
        json.writeObjectFieldStart("atMost");
        json.writeNumberField("processBytes", reading.process().processBytes());
        json.writeNumberField("fileBytes", reading.process().fileBytes());
        json.writeNumberField("heapBytes", reading.process().heapBytes());
        json.writeNumberField("codeBytes", reading.process().codeBytes());
        json.writeNumberField("directBytes", reading.process().directBytes());
        json.writeNumberField("ledgerBytes", reading.ledgerBytes());
        json.writeNumberField("unaccountedBytes", reading.unaccountedBytes());
        json.writeEndObject();
    }

    private static void times(JsonGenerator json, String name, Latencies latencies) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("p50Ms", latencies.percentileMs(50));
        json.writeNumberField("p95Ms", latencies.percentileMs(95));
        json.writeEndObject();
    }
}
