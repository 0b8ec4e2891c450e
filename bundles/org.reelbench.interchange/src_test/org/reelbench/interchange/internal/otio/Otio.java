package org.reelbench.interchange.internal.otio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.reelbench.interchange.CanvasSize;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.MediaFacts;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** Writes OpenTimelineIO by hand, briefly: {@code @24:10} is a time and {@code @24:10+5} a range. */
final class Otio {

    /** A film of ten seconds with sound, 640x360 at 24 frames a second. */
    static final MediaFacts FILM = new MediaFacts(OptionalInt.of(1), OptionalInt.of(0), false,
            Optional.of(new CanvasSize(641, 361)),
            Optional.of(FrameRate.of(24, 1)), RationalTime.ofSeconds(10));
    static final MediaFacts PICTURE = new MediaFacts(OptionalInt.of(0), OptionalInt.empty(), true,
            Optional.of(new CanvasSize(100, 80)), Optional.empty(), RationalTime.ZERO);
    static final MediaFacts SOUND = new MediaFacts(OptionalInt.empty(), OptionalInt.of(0), false, Optional.empty(),
            Optional.empty(),
            RationalTime.ofSeconds(10));

    private Otio() {
    }

    /** Returns JSON with the brief times written out. */
    static String json(String brief) {
        return brief.replaceAll("@([\\d.]+):(-?[\\d.]+)\\+(-?[\\d.]+)",
                "{\"OTIO_SCHEMA\": \"TimeRange.1\", \"start_time\": @$1:$2, \"duration\": @$1:$3}")
                .replaceAll("@([\\d.]+):(-?[\\d.]+)",
                        "{\"OTIO_SCHEMA\": \"RationalTime.1\", \"rate\": $1, \"value\": $2}");
    }

    /** Returns a timeline of tracks. */
    static String timeline(String... tracks) {
        return "{\"OTIO_SCHEMA\": \"Timeline.1\", \"name\": \"Film\", \"tracks\": {\"OTIO_SCHEMA\": \"Stack.1\", \"name\": \"tracks\","
                + " \"children\": [\n" + String.join(",\n", tracks) + "]}}";
    }

    static String video(String... children) {
        return "{\"OTIO_SCHEMA\": \"Track.1\", \"kind\": \"Video\", \"name\": \"V\", \"children\": [\n"
                + String.join(",\n", children) + "]}";
    }

    static String audio(String... children) {
        return "{\"OTIO_SCHEMA\": \"Track.1\", \"kind\": \"Audio\", \"name\": \"A\", \"children\": [\n"
                + String.join(",\n", children) + "]}";
    }

    /** Returns a clip of a medium; {@code more} are further members, each after a comma. */
    static String clip(String name, String file, String range, String... more) {
        return "{\"OTIO_SCHEMA\": \"Clip.2\", \"name\": \"" + name + "\", \"source_range\": " + range
                + ", \"media_references\": {\"DEFAULT_MEDIA\": {\"OTIO_SCHEMA\": \"ExternalReference.1\", \"target_url\": \""
                + file
                + "\"}}" + String.join("", more) + "}";
    }

    static String gap(String range) {
        return "{\"OTIO_SCHEMA\": \"Gap.1\", \"source_range\": " + range + "}";
    }

    static String dissolve(String in, String out) {
        return "{\"OTIO_SCHEMA\": \"Transition.1\", \"transition_type\": \"SMPTE_Dissolve\", \"in_offset\": " + in
                + ", \"out_offset\": " + out + "}";
    }

    static ImportedTimeline read(Path folder, String brief) throws IOException {
        return read(folder, brief, ImportSettings.DEFAULT, MediaLookup.NOTHING);
    }

    static ImportedTimeline read(Path folder, String brief, ImportSettings settings, MediaLookup media) throws IOException {
        Path file = folder.resolve("film.otio");
        Files.writeString(file, json(brief));
        return new OtioFormat().read(file, settings, media);
    }

    /** Returns a lookup that knows files by their names. */
    static MediaLookup knowing(Map<String, MediaFacts> facts) {
        return file -> Optional.ofNullable(facts.get(String.valueOf(file.getFileName())));
    }

    /** Returns what was read as lines that a test can compare. */
    static String dump(ImportedTimeline timeline, Path folder) {
        return Dump.of(timeline).replace(folder.toAbsolutePath() + "/", "");
    }
}
