package org.reelbench.interchange.internal.otio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;

/** What every frame of a random timeline shows is what the format says, worked out a second time in the plainest way. */
class OtioMeaningProperties {

    private static final FrameRate RATE = FrameRate.of(24, 1);

    @TempDir
    Path folder = Path.of("set by the framework");

    /** A part of a timeline in whole frames; what it shows is {@code medium@frame} or null for nothing. */
    private interface Node {

        String json();

        long durationFrames();

        @Nullable
        String shows(long frame);
    }

    private record Shot(int medium, long start, long durationFrames, long clock, int speed) implements Node {

        @Override
        public String json() {
            return "{\"OTIO_SCHEMA\": \"Clip.2\", \"source_range\": @24:" + start + "+" + durationFrames
                    + ", \"effects\": "
                    + (speed == 1 ? "[]" : "[{\"OTIO_SCHEMA\": \"LinearTimeWarp.1\", \"time_scalar\": " + speed + "}]")
                    + ", \"media_references\": {\"DEFAULT_MEDIA\": {\"OTIO_SCHEMA\": \"ExternalReference.1\", \"target_url\": \"m"
                    + medium + ".mov\", \"available_range\": @24:" + clock + "+1000}}}";
        }

        @Override
        public @Nullable String shows(long frame) {
            long step = speed < 0 ? durationFrames - 1 - frame : frame;
            return "m" + medium + ".mov@" + (start - clock + step * Math.abs(speed));
        }
    }

    private record Nothing(long durationFrames) implements Node {

        @Override
        public String json() {
            return "{\"OTIO_SCHEMA\": \"Gap.1\", \"source_range\": @24:7+" + durationFrames + "}";
        }

        @Override
        public @Nullable String shows(long frame) {
            return null;
        }
    }

    /** A row of nodes, or several on top of each other; a negative trim length means that there is none. */
    private record Whole(boolean row, List<Node> children, long trimStart, long trimFrames) implements Node {

        @Override
        public String json() {
            String range = trimFrames < 0 ? "null" : "@24:" + trimStart + "+" + trimFrames;
            return "{\"OTIO_SCHEMA\": \"" + (row ? "Track.1\", \"kind\": \"Video" : "Stack.1") + "\", \"source_range\": " + range
                    + ", \"children\": [" + String.join(",\n", children.stream().map(Node::json).toList()) + "]}";
        }

        @Override
        public long durationFrames() {
            if (trimFrames >= 0) {
                return trimFrames;
            }
            return row
                    ? children.stream().mapToLong(Node::durationFrames).sum()
                    : children.stream().mapToLong(Node::durationFrames).max().orElse(0);
        }

        @Override
        public @Nullable String shows(long frame) {
            long inside = trimFrames < 0 ? frame : frame + trimStart;
            if (!row) {
                return children.reversed().stream().filter(child -> inside >= 0 && inside < child.durationFrames())
                        .map(child -> child.shows(inside)).filter(shown -> shown != null).findFirst().orElse(null);
            }
            long left = inside;
            for (Node child : children) {
                if (left >= 0 && left < child.durationFrames()) {
                    return child.shows(left);
                }
                left -= child.durationFrames();
            }
            return null;
        }
    }

    private static Node random(Random random, int depth) {
        int kind = random.nextInt(depth > 3 ? 4 : 7);
        if (kind == 0) {
            return new Nothing(1 + random.nextInt(9));
        }
        if (kind < 4) {
            long clock = random.nextInt(3) == 0 ? 86400 : 0;
            int[] speeds = { 1, 1, 1, 2, -1, -3, 0 };
            return new Shot(random.nextInt(3), clock + random.nextInt(50), 1 + random.nextInt(12), clock,
                    speeds[random.nextInt(speeds.length)]);
        }
        return whole(random, depth, random.nextBoolean());
    }

    private static Whole whole(Random random, int depth, boolean row) {
        List<Node> children = new ArrayList<>();
        for (int n = random.nextInt(4); n >= 0; n--) {
            children.add(random(random, depth + 1));
        }
        boolean trims = random.nextInt(3) == 0;
        return new Whole(row, children, trims ? random.nextInt(12) - 3 : 0, trims ? 1 + random.nextInt(20) : -1);
    }

    @Test
    void everyFrameShowsWhatTheFormatSays() throws IOException {
        long seed = Tier.seed();
        Random random = new Random(seed);
        int shown = 0;
        for (int i = 0; i < Tier.count(300, 20_000); i++) {
            Whole stack = whole(random, 0, false);
            String json = "{\"OTIO_SCHEMA\": \"Timeline.1\", \"global_start_time\": @24:0, \"tracks\": " + stack.json() + "}";
            ImportedTimeline timeline = Otio.read(folder, json);
            assertEquals("", Checks.problem(timeline), () -> "seed " + seed + "\n" + json);
            for (long frame = 0; frame < stack.durationFrames() + 3; frame++) {
                long at = frame;
                String expected = frame < stack.durationFrames() ? stack.shows(frame) : null;
                assertEquals(expected, shows(timeline, timeline.sequences().getFirst(), RATE.timeOf(frame)),
                        () -> "seed " + seed + ", frame " + at + "\n" + json);
                shown += expected == null ? 0 : 1;
            }
        }
        assertTrue(shown > 1000, "only " + shown + " frames showed anything");
    }

    private static @Nullable String shows(ImportedTimeline timeline, Sequence sequence, RationalTime time) {
        long frame = sequence.rate().frameAt(time);
        for (Track track : sequence.tracks().reversed()) {
            Located found = track.items().locate(frame).orElse(null);
            Item item = found == null ? null : found.item();
            if (found != null && item instanceof Clip clip) {
                RationalTime source = clip.sourceTimeAt(frame - found.startFrame(), sequence.rate());
                String shown = switch (clip.content()) {
                case MediaStream stream -> name(timeline, stream.media()) + "@" + RATE.frameAt(source);
                case NestedSequence nested -> shows(timeline, timeline.sequences().stream()
                        .filter(each -> each.id().equals(nested.sequence())).findFirst().orElseThrow(), source);
                default -> throw new AssertionError(clip.content());
                };
                if (shown != null) {
                    return shown;
                }
            }
        }
        return null;
    }

    private static String name(ImportedTimeline timeline, Id media) {
        return timeline.media().stream().filter(each -> each.id().equals(media)).findFirst().orElseThrow().name();
    }
}
