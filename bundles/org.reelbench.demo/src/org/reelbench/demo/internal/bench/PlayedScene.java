package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.demo.internal.report.TextTable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * What {@code reelbench play --json} told of a film of some tracks.
 *
 * @param tracks how many tracks
 * @param proxies whether proxies stood in for its media
 * @param numbers the numbers it told, by where they stand, such as {@code /seeks/firstPaint/p50Ms}
 */
record PlayedScene(int tracks, boolean proxies, Map<String, Double> numbers) {

    private static final JsonFactory FACTORY = new JsonFactory();

    static PlayedScene parse(int tracks, boolean proxies, String line) throws CommandException {
        Map<String, Double> numbers = new HashMap<>();
        try (JsonParser json = FACTORY.createParser(line)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isNumeric()) {
                    numbers.put(json.getParsingContext().pathAsPointer().toString(), json.getDoubleValue());
                }
            }
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, "'reelbench play' did not tell its figures: " + line, e);
        }
        if (!numbers.containsKey("/framesShown")) {
            throw new CommandException(ExitCode.FAILED, "'reelbench play' did not tell its figures: " + line);
        }
        return new PlayedScene(tracks, proxies, numbers);
    }

    private double number(String where) {
        return numbers.getOrDefault(where, 0.0);
    }

    long shown() {
        return Math.round(number("/framesShown"));
    }

    long dropped() {
        return Math.round(number("/framesDropped"));
    }

    /** How many different pictures were shown a second. */
    double shownASecond() {
        double seconds = number("/playedSeconds");
        return seconds > 0 ? shown() / seconds : 0;
    }

    /** The time in which 95 of 100 jumps painted something. */
    double firstP95Ms() {
        return number("/seeks/firstPaint/p95Ms");
    }

    /** How long it took from the start of the command until the first place was painted. */
    double openedMs() {
        return number("/openedMs");
    }

    /** How many processors were busy while it played. */
    double cores() {
        double seconds = number("/playedSeconds");
        return seconds > 0 ? number("/cpuSeconds") / seconds : 0;
    }

    /** What it is called. */
    String title() {
        return tracks + (tracks == 1 ? " track" : " tracks") + (proxies ? ", proxies" : "");
    }

    static TextTable table() {
        return new TextTable("film", "first p50 ms", "p95", "exact p50 ms", "p95", "shown", "dropped", "processors");
    }

    void row(TextTable table) {
        table.row(title(), ms("/seeks/firstPaint/p50Ms"), ms("/seeks/firstPaint/p95Ms"),
                ms("/seeks/exactPaint/p50Ms"), ms("/seeks/exactPaint/p95Ms"), Long.toString(shown()), Long.toString(dropped()),
                String.format(Locale.ROOT, "%.2f", cores()));
    }

    private String ms(String where) {
        return String.format(Locale.ROOT, "%.1f", number(where));
    }

    void write(JsonGenerator json) throws IOException {
        json.writeNumberField("tracks", tracks);
        json.writeBooleanField("proxies", proxies);
        json.writeNumberField("firstP50Ms", Json.rounded(number("/seeks/firstPaint/p50Ms")));
        json.writeNumberField("firstP95Ms", Json.rounded(number("/seeks/firstPaint/p95Ms")));
        json.writeNumberField("exactP50Ms", Json.rounded(number("/seeks/exactPaint/p50Ms")));
        json.writeNumberField("exactP95Ms", Json.rounded(number("/seeks/exactPaint/p95Ms")));
        json.writeNumberField("framesShown", shown());
        json.writeNumberField("framesDropped", dropped());
        json.writeNumberField("processors", Json.rounded(cores()));
    }
}
