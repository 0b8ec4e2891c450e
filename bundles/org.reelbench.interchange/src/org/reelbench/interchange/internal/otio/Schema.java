package org.reelbench.interchange.internal.otio;

import java.util.Map;

/**
 * What an object says it is: {@code Clip.2} is the second form of a clip.
 *
 * @param name the name in its newest spelling; empty if the object does not say
 * @param version the version; zero if it does not say
 */
record Schema(String name, int version) {

    /** The member that says what an object is. */
    static final String MEMBER = "OTIO_SCHEMA";

    private static final Map<String, String> OLD_NAMES = Map.of("Filler", "Gap", "Sequence", "Track", "SerializeableCollection",
            "SerializableCollection");

    private static final Map<String, Integer> NEWEST = Map.ofEntries(Map.entry("Timeline", 1), Map.entry("Stack", 1),
            Map.entry("Track", 1), Map.entry("Clip", 2), Map.entry("Gap", 1), Map.entry("Transition", 1), Map.entry("Marker", 2),
            Map.entry("SerializableCollection", 1), Map.entry("ExternalReference", 1), Map.entry("MissingReference", 1),
            Map.entry("MediaReference", 1), Map.entry("GeneratorReference", 1), Map.entry("ImageSequenceReference", 1),
            Map.entry("Effect", 1), Map.entry("TimeEffect", 1), Map.entry("LinearTimeWarp", 1), Map.entry("FreezeFrame", 1));

    /** Reads {@code Clip.2}; a text without a version is a name. */
    static Schema parse(String text) {
        int point = text.lastIndexOf('.');
        String digits = text.substring(point + 1);
        boolean isVersioned = point > 0 && digits.matches("\\d{1,6}");
        String name = isVersioned ? text.substring(0, point) : text;
        return new Schema(OLD_NAMES.getOrDefault(name, name), isVersioned ? Integer.parseInt(digits) : 0);
    }

    /** Tells whether it is a known one in a form that came later. */
    boolean isNewer() {
        return version > NEWEST.getOrDefault(name, Integer.MAX_VALUE);
    }

    int newest() {
        return NEWEST.getOrDefault(name, 0);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "an object without a schema" : version == 0 ? name : name + "." + version;
    }

    /** Returns a text of the file as a message shows it. */
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
