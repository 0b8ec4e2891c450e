package org.reelbench.sdk.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the first service of a new plug-in is. */
enum Kind {
    EFFECT("media", "time"), SOUND("media"), TRANSITION("media", "time"), GENERATOR("media", "time"), SUBCOMMAND("cli", "media"),
    FORMAT("interchange", "timeline", "time"),
    SERVLET("http"), CAPTURE("capture", "media", "time"), PRESET("encoding"), RELIEF("memory"),
    DECORATION("project", "timeline", "time");

    private final List<String> bundles;

    Kind(String... bundles) {
        this.bundles = List.of(bundles);
    }

    /** How it is called in commands. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The bundles of the program that it is compiled against, without {@code org.reelbench.}. */
    List<String> bundles() {
        return bundles;
    }

    static String words() {
        return Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(", "));
    }
}
