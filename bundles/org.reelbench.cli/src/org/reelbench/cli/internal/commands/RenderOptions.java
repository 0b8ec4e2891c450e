package org.reelbench.cli.internal.commands;

import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.cli.Arguments;
import org.reelbench.cli.Arguments.Option;
import org.reelbench.cli.CommandException;
import org.reelbench.encoding.ExportOptions;
import org.reelbench.encoding.ExportOptions.OnMissing;

/** The options of an export that do not depend on what it makes. */
final class RenderOptions {

    /** Explains them. */
    static final String USAGE = """
              --on-missing WHAT  fail (without it): name all media that cannot be read and make nothing;
                                 slate: show a slate with the medium's name in its place, in silence
              --verify           read the film afterwards and compare it with what was composed; if it differs, there is no file
              --overwrite        replace a file that is there, once the new one is whole; without it the file stays
              --no-chapters      do not make chapters of the markers
              --tag NAME=TEXT    says something in the file, such as title=…; may be given several times
            """;

    private RenderOptions() {
    }

    static ExportOptions of(Arguments arguments) throws CommandException {
        OnMissing onMissing = switch (arguments.value("--on-missing").orElse("fail")) {
        case "fail" -> OnMissing.FAIL;
        case "slate" -> OnMissing.SLATE;
        default -> throw arguments.usage("--on-missing is fail or slate");
        };
        SortedMap<String, String> texts = new TreeMap<>();
        for (Option tag : arguments.values("--tag")) {
            int equals = tag.value().indexOf('=');
            if (equals < 1) {
                throw arguments.usage("--tag is NAME=TEXT, not '" + tag.value() + "'");
            }
            texts.put(tag.value().substring(0, equals), tag.value().substring(equals + 1));
        }
        return new ExportOptions(onMissing, arguments.flag("--overwrite"), arguments.flag("--verify"),
                !arguments.flag("--no-chapters"), texts);
    }
}
