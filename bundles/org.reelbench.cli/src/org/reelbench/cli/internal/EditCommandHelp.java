package org.reelbench.cli.internal;

import java.util.Locale;

import org.reelbench.project.CommandDescription;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;

/** Explains the commands of edit scripts, on the terminal and in {@code docs/commands.md}. */
final class EditCommandHelp {

    private static final String INTRODUCTION = """
            A script holds one command a line: NAME key=value …, such as

                split track=2 at=4.5s
                move clip=c17 to=track:1 at=00:00:10:00
                ripple-delete clip=c17

            'reelbench edit PROJECT.reel SCRIPT' makes all of them, or none if one is refused. A word that begins with #
            begins a comment. A value with blanks stands in quotes; lists and objects are JSON, and a list of ids is also c1,c2.
            Where a key has a short name, that may be written instead; ripple-delete and rippleDelete are the same.

            Clips, tracks, transitions, markers, media and sequences are named by their ids. A track is also named by its
            number: 2, track:2 and video:2 are the second video track from the bottom, audio:2 is the second audio track.
            Frames are numbers (120 or 120f), times (4.5s or 1001/30000s, the nearest frame is meant) or timecodes
            (00:00:10:00, and 00:00:10;00 in drop-frame counting).
            """;

    private EditCommandHelp() {
    }

    /** Returns the text for the terminal. */
    static String text() {
        StringBuilder text = new StringBuilder(INTRODUCTION);
        for (CommandDescription command : EditCommands.descriptions()) {
            text.append('\n').append(kebabCase(command.name())).append('\n');
            text.append("  ").append(command.purpose()).append('\n');
            for (ParameterDescription parameter : command.parameters()) {
                text.append("    %-26s %s%s%n".formatted(key(parameter), parameter.required() ? "" : "[optional] ",
                        parameter.purpose()));
            }
        }
        return text.toString();
    }

    /** Returns the page of the documentation. */
    static String markdown() {
        StringBuilder text = new StringBuilder("# Edit commands\n\n"
                + "This page is printed by `reelbench help commands --markdown`; a test compares both.\n\n" + INTRODUCTION);
        for (CommandDescription command : EditCommands.descriptions()) {
            text.append("\n## ").append(kebabCase(command.name())).append("\n\n").append(command.purpose()).append("\n\n");
            text.append("| key | value | meaning |\n|---|---|---|\n");
            for (ParameterDescription parameter : command.parameters()) {
                text.append("| `").append(key(parameter).replace(", ", "`, `")).append("` | ").append(parameter.type().shown())
                        .append(parameter.required() ? "" : "; optional").append(" | ").append(parameter.purpose())
                        .append(" |\n");
            }
        }
        return text.toString();
    }

    private static String key(ParameterDescription parameter) {
        return parameter.shortName().equals(parameter.name())
                ? parameter.name()
                : parameter.shortName() + ", " + parameter.name();
    }

    private static String kebabCase(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
