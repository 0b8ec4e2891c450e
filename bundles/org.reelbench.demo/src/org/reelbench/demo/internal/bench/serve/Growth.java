package org.reelbench.demo.internal.bench.serve;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.reelbench.demo.internal.report.TextTable;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * How much memory a server took on while it was read from.
 *
 * @param server its name
 * @param connections by how many at a time
 * @param idle what it held before, after its first answer
 * @param peakOwnBytes the most memory of its own
 * @param peakMappedBytes the most pages of mapped files
 */
record Growth(String server, int connections, Footprint idle, long peakOwnBytes, long peakMappedBytes) {

    static Growth of(Server server, int connections, Footprint idle, List<Run> runs) {
        return new Growth(server.name(), connections, idle, runs.stream().mapToLong(Run::peakOwnBytes).max().orElseThrow(),
                runs.stream().mapToLong(Run::peakMappedBytes).max().orElseThrow());
    }

    long addedBytes() {
        return peakOwnBytes - idle.ownBytes();
    }

    static String table(List<Growth> all) {
        TextTable table = new TextTable("server", "connections", "own MB idle", "own MB at most", "own MB added",
                "mapped MB idle", "mapped MB at most");
        for (Growth growth : all) {
            table.row(growth.server, Integer.toString(growth.connections), megabytes(growth.idle.ownBytes()),
                    megabytes(growth.peakOwnBytes), megabytes(growth.addedBytes()), megabytes(growth.idle.mappedBytes()),
                    megabytes(growth.peakMappedBytes));
        }
        return table.toString();
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }

    /** Writes the members of an object. */
    void write(JsonGenerator json) throws IOException {
        json.writeStringField("server", server);
        json.writeNumberField("connections", connections);
        json.writeNumberField("idleOwnBytes", idle.ownBytes());
        json.writeNumberField("peakOwnBytes", peakOwnBytes);
        json.writeNumberField("addedOwnBytes", addedBytes());
        json.writeNumberField("idleMappedBytes", idle.mappedBytes());
        json.writeNumberField("peakMappedBytes", peakMappedBytes);
    }
}
