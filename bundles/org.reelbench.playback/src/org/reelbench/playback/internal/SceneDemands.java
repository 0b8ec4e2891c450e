package org.reelbench.playback.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.reelbench.loading.Loadable;
import org.reelbench.loading.MediumDemand;
import org.reelbench.loading.TrackDemand;
import org.reelbench.media.MediaException;
import org.reelbench.playback.Direction;
import org.reelbench.playback.Scene;
import org.reelbench.render.MediaCatalog;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;

/**
 * What a scene needs to have loaded around the playhead: the media of the clips there, by how far away they are. The first
 * question about a medium may read from it.
 */
final class SceneDemands {

    /** So far the way the playhead moves; a container that is open when its clip comes costs nothing then. */
    static final int AHEAD_SECONDS = 10;
    /** So far the other way: somebody who steps back a little finds it open. */
    static final int BEHIND_SECONDS = 3;

    /** A project refuses sequences that contain themselves; one that was made by hand must not take the stack. */
    private static final int DEEPEST = 8;

    private final MediaCatalog catalog;

    private SceneDemands(MediaCatalog catalog) {
        this.catalog = catalog;
    }

    /** Tells what all tracks need at a frame, hidden ones too; those ask for nothing. */
    static List<TrackDemand> at(Scene scene, long frame, Direction direction) {
        SceneDemands demands = new SceneDemands(scene.catalog());
        Sequence sequence = scene.sequence();
        long ahead = sequence.rate().nearestFrame(RationalTime.ofSeconds(AHEAD_SECONDS));
        long behind = sequence.rate().nearestFrame(RationalTime.ofSeconds(BEHIND_SECONDS));
        boolean forward = direction == Direction.FORWARD;
        Window window = new Window(frame, frame - (forward ? behind : ahead), frame + (forward ? ahead : behind) + 1);
        List<TrackDemand> tracks = new ArrayList<>();
        for (Track track : sequence.tracks()) {
            boolean presented = sequence.isPresented(track);
            Map<Stream, RationalTime> media = new LinkedHashMap<>();
            if (presented) {
                demands.collect(sequence, track.items(), window, RationalTime.ZERO, 0, media);
            }
            tracks.add(new TrackDemand(track.id().value(), presented, false, demands.media(media)));
        }
        return tracks;
    }

    /** The playhead, the first frame that counts and the one after the last, in a sequence's own frames. */
    private record Window(long frame, long from, long to) {
    }

    private record Stream(Id medium, int index) {
    }

    private List<MediumDemand> media(Map<Stream, RationalTime> streams) {
        List<MediumDemand> media = new ArrayList<>(streams.size());
        streams.forEach((stream, distance) -> media.add(demand(stream, distance)));
        return media;
    }

    /**
     * What renders will take: the medium, or the smaller file that stands in for its pictures. It is told by where it is, too: the
     * next project may use the same ids for other files.
     */
    private MediumDemand demand(Stream stream, RationalTime distance) {
        String id = stream.medium().value();
        try {
            Loadable decoded = catalog.medium(stream.medium()).decoded(stream.index());
            return new MediumDemand(String.join("\n", id, decoded.name(), decoded.fingerprint(), decoded.representation()),
                    () -> decoded, stream.index(), distance);
        } catch (MediaException e) {
            return new MediumDemand(id + '\n' + e.getMessage(), () -> {
                throw e;
            }, stream.index(), distance);
        }
    }

    private void collect(Sequence sequence, TrackItems items, Window window, RationalTime farther, int depth,
            Map<Stream, RationalTime> media) {
        long first = Math.max(0, window.from());
        Located at = items.locate(Math.min(first, items.durationFrames() - 1)).orElse(null);
        if (at == null || at.endFrame() <= first) {
            return;
        }
        long start = at.startFrame();
        for (int i = at.index(); i < items.size() && start < window.to(); i++) {
            Item item = items.get(i);
            if (item instanceof Clip clip) {
                long beside = Math.max(0, Math.max(start - window.frame(), window.frame() - (start + clip.durationFrames() - 1)));
                RationalTime distance = farther.plus(sequence.rate().timeOf(beside));
                collect(sequence, clip, start, window, distance, depth, media);
            }
            start += item.durationFrames();
        }
    }

    private void collect(Sequence sequence, Clip clip, long start, Window window, RationalTime distance, int depth,
            Map<Stream, RationalTime> media) {
        switch (clip.content()) {
        case Generator _ -> {
            // is drawn
        }
        case MediaStream stream -> nearer(media, new Stream(stream.media(), stream.streamIndex()), distance);
        case Still still -> nearer(media, new Stream(still.media(), -1), distance);
        case NestedSequence nested -> collectNested(sequence, clip, nested, start, window, distance, depth, media);
        }
    }

    private static void nearer(Map<Stream, RationalTime> media, Stream stream, RationalTime distance) {
        media.merge(stream, distance, (known, other) -> other.isBefore(known) ? other : known);
    }

    /** Of a nested sequence counts what is shown of it in the part of the clip that lies in the window. */
    private void collectNested(Sequence sequence, Clip clip, NestedSequence nested, long start, Window window,
            RationalTime distance, int depth, Map<Stream, RationalTime> media) {
        Sequence inner;
        try {
            inner = catalog.sequence(nested.sequence());
        } catch (MediaException e) {
            // Rendering says so where it is missed.
            return;
        }
        if (depth >= DEEPEST) {
            return;
        }
        long from = Math.max(0, window.from() - start);
        long to = Math.min(clip.durationFrames(), window.to() - start);
        long now = Math.clamp(window.frame() - start, from, Math.max(from, to - 1));
        long a = inner.rate().frameAt(clip.sourceTimeAt(from, sequence.rate()));
        long b = inner.rate().frameAt(clip.sourceTimeAt(Math.max(from, to - 1), sequence.rate()));
        Window within = new Window(inner.rate().frameAt(clip.sourceTimeAt(now, sequence.rate())), Math.min(a, b),
                Math.max(a, b) + 1);
        for (Track track : inner.tracks()) {
            if (inner.isPresented(track)) {
                collect(inner, track.items(), within, distance, depth + 1, media);
            }
        }
    }
}
