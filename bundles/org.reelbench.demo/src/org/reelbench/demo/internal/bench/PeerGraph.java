package org.reelbench.demo.internal.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;

/**
 * Turns the filter graph our composer ran into one for the {@code ffmpeg} program: the same filters with the same parameters,
 * fed from its inputs instead of ours.
 */
final class PeerGraph {

    /** The label of the picture that comes out. */
    static final String OUTPUT = "picture";

    /** A source of ours; the label tells the layer, which is the number of the program's input. */
    private static final Pattern SOURCE = Pattern.compile("buffer@in\\d+=[^;]*\\[in(\\d+)];\\s*");
    private static final Pattern SINK = Pattern.compile("\\[(\\w+(?::v)?)]buffersink@out\\s*$");

    private PeerGraph() {
    }

    static String of(String graph) throws CommandException {
        String theirs = graph;
        for (Matcher source = SOURCE.matcher(theirs); source.find(); source = SOURCE.matcher(theirs)) {
            String layer = source.group(1);
            theirs = source.replaceFirst("").replace("[in" + layer + "]", "[" + layer + ":v]");
        }
        Matcher sink = SINK.matcher(theirs);
        if (!sink.find() || theirs.contains("buffer@")) {
            throw new CommandException(ExitCode.FAILED, "the composer's graph has a form this bench does not know: " + graph);
        }
        return sink.replaceFirst("[$1]null[" + OUTPUT + "]");
    }
}
