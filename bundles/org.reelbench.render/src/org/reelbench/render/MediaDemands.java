package org.reelbench.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.reelbench.loading.Loadable;
import org.reelbench.loading.MediumDemand;
import org.reelbench.loading.TrackDemand;
import org.reelbench.media.MediaException;
import org.reelbench.render.internal.Nested;
import org.reelbench.render.internal.StandInMedium;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;

/**
 * Tells a loading session what a sequence shows around the playhead, in the order of its tracks.
 * <p>
 * Without state, safe for every thread. The first question about a medium may read from it, so never on a thread that draws.
 * Costs O(log n) a track, and what lies in the window: the length of a track plays no part.
 *
 * <pre>{@code
 * session.update(MediaDemands.around(sequence, catalog, playheadFrame, selectedTracks, RationalTime.ofSeconds(10)));
 * }</pre>
 */
public final class MediaDemands {

    private MediaDemands() {
    }

    /**
     * Returns what is seen and heard around a frame.
     *
     * @param sequence the snapshot
     * @param catalog its media, and the sequences that its clips show
     * @param frame the frame at the playhead
     * @param selected the tracks that somebody works on
     * @param window how far ahead of the playhead media are prepared, and a quarter of that behind it
     * @return one demand a track, hidden ones without media
     */
    public static List<TrackDemand> around(Sequence sequence, MediaCatalog catalog, long frame, Set<Id> selected,
            RationalTime window) {
        List<TrackDemand> demands = new ArrayList<>();
        for (Track track : sequence.tracks()) {
            boolean presented = sequence.isPresented(track);
            List<MediumDemand> media = new ArrayList<>();
            if (presented) {
                collect(sequence, track, catalog, frame, RationalTime.ZERO, window, 0, media);
            }
            demands.add(new TrackDemand(track.id().value(), presented, selected.contains(track.id()), media));
        }
        return demands;
    }

    private static void collect(Sequence sequence, Track track, MediaCatalog catalog, long frame, RationalTime distance,
            RationalTime window, int depth, List<MediumDemand> media) {
        long ahead = sequence.rate().frameAt(window.minus(distance));
        long first = Math.max(0, frame - ahead / 4);
        TrackItems items = track.items();
        Located start = items.locate(first).orElse(null);
        if (start == null) {
            return;
        }
        long startFrame = start.startFrame();
        for (int i = start.index(); i < items.size() && startFrame <= frame + ahead; i++) {
            long endFrame = startFrame + items.get(i).durationFrames();
            if (items.get(i) instanceof Clip clip) {
                long away = Math.max(0, Math.max(startFrame - frame, frame - endFrame + 1));
                collect(sequence, clip, startFrame, catalog, Math.clamp(frame, startFrame, Math.max(startFrame, endFrame - 1)),
                        distance.plus(sequence.rate().timeOf(away)), window, depth, media);
            }
            startFrame = endFrame;
        }
    }

    private static void collect(Sequence sequence, Clip clip, long startFrame, MediaCatalog catalog, long frame,
            RationalTime distance, RationalTime window, int depth, List<MediumDemand> media) {
        Content content = clip.content();
        switch (content) {
        case Generator _ -> {
            // drawn, not read
        }
        case MediaStream stream -> media.add(demand(catalog, stream.media(), stream.streamIndex(), distance));
        case Still still -> media.add(demand(catalog, still.media(), -1, distance));
        case NestedSequence nested -> nested(sequence, clip, startFrame, nested, catalog, frame, distance, window, depth, media);
        }
    }

    private static void nested(Sequence outer, Clip clip, long startFrame, NestedSequence nested, MediaCatalog catalog,
            long frame, RationalTime distance, RationalTime window, int depth, List<MediumDemand> media) {
        try {
            Sequence inner = catalog.sequence(nested.sequence());
            Nested.refuseTooDeep(depth, inner);
            long innerFrame = Nested.frameAt(inner, clip.sourceTimeAt(frame - startFrame, outer.rate()));
            for (Track track : inner.tracks()) {
                if (inner.isPresented(track)) {
                    collect(inner, track, catalog, innerFrame, distance, window, depth + 1, media);
                }
            }
        } catch (MediaException e) {
            media.add(failing("sequence " + nested.sequence().value(), -1, distance, e));
        }
    }

    private static MediumDemand demand(MediaCatalog catalog, Id id, int streamIndex, RationalTime distance) {
        try {
            Medium medium = catalog.medium(id);
            StandIn standIn = streamIndex < 0 ? null : medium.standIn(streamIndex).orElse(null);
            if (standIn == null) {
                return new MediumDemand(id.value() + ' ' + medium.representation(), () -> medium, streamIndex,
                        distance);
            }
            Loadable smaller = new StandInMedium(medium, standIn);
            return new MediumDemand(id.value() + ' ' + standIn.representation(), () -> smaller, standIn.streamIndex(), distance);
        } catch (MediaException e) {
            return failing(id.value(), streamIndex, distance, e);
        }
    }

    private static MediumDemand failing(String name, int streamIndex, RationalTime distance, MediaException why) {
        return new MediumDemand(name, () -> {
            throw why;
        }, streamIndex, distance);
    }
}
