package org.reelbench.demo.internal.bench;

import java.io.IOException;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * What {@code reelbench play --json} told of a run.
 *
 * @param beforeBytes the process's memory before the player was opened
 * @param peakBytes the most while it played
 * @param mostDecoders the most decoders that were open at once
 * @param shown how many pictures were shown
 * @param ledgerBytes what owners said they held, when that was most
 * @param openedMs how long it took until something was shown
 * @param unaccounted what part of the process nobody said they held then, 0 to 1
 */
record PlayFigures(long beforeBytes, long peakBytes, long mostDecoders, long shown, long ledgerBytes, double openedMs,
        double unaccounted) {

    private static final JsonFactory FACTORY = new JsonFactory();

    static PlayFigures parse(String line) throws CommandException {
        long before = 0;
        long peak = 0;
        long most = 0;
        long shown = 0;
        long ledger = 0;
        double opened = 0;
        long process = 0;
        long unaccounted = 0;
        try (JsonParser json = FACTORY.createParser(line)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (!token.isNumeric()) {
                    continue;
                }
                switch (json.currentName() == null ? "" : json.currentName()) {
                case "beforeBytes" -> before = json.getLongValue();
                case "peakBytes" -> peak = json.getLongValue();
                case "most" -> most = json.getLongValue();
                case "framesShown" -> shown = json.getLongValue();
                case "openedMs" -> opened = json.getDoubleValue();
                case "processBytes" -> process = json.getLongValue();
                case "unaccountedBytes" -> unaccounted = json.getLongValue();
                case "bytes" -> ledger += json.getLongValue();
                default -> {
                    // other figures are no business of this bench
                }
                }
            }
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, "'reelbench play' did not tell its figures: " + line, e);
        }
        if (peak == 0) {
            throw new CommandException(ExitCode.FAILED, "'reelbench play' did not tell its memory: " + line);
        }
        return new PlayFigures(before, peak, most, shown, ledger, opened, (double) unaccounted / Math.max(1, process));
    }
}
