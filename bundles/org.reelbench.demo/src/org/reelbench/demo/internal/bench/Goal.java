package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;

import org.reelbench.cli.Json;

/**
 * What a bench wants, and what it saw.
 *
 * @param what the claim
 * @param measured the figure
 * @param isLeast whether the figure may be no less than the limit, instead of no more
 * @param limit what it may be
 * @param unit of both
 */
record Goal(String what, double measured, boolean isLeast, double limit, String unit) {

    static Goal atMost(String what, double measured, double limit, String unit) {
        return new Goal(what, measured, false, limit, unit);
    }

    static Goal atLeast(String what, double measured, double limit, String unit) {
        return new Goal(what, measured, true, limit, unit);
    }

    boolean isMet() {
        return isLeast ? measured >= limit : measured <= limit;
    }

    /** Writes goals into the object that is open. */
    static void write(List<Goal> goals, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("goals");
        for (Goal goal : goals) {
            json.writeStartObject();
            json.writeStringField("goal", goal.what());
            json.writeNumberField("measured", Json.rounded(goal.measured()));
            json.writeStringField("limitIs", goal.isLeast() ? "least" : "most");
            json.writeNumberField("limit", Json.rounded(goal.limit()));
            json.writeBooleanField("met", goal.isMet());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s  %s: %.2f%s, at %s %.2f", isMet() ? "met   " : "MISSED", what, measured, unit,
                isLeast ? "least" : "most", limit);
    }
}
