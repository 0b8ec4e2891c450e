package org.reelbench.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.internal.Nested;
import org.reelbench.render.internal.Outline;
import org.reelbench.render.internal.PictureStreams;
import org.reelbench.render.internal.Shown;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;

/**
 * Finds out where the layers of one sequence snapshot lie on the canvas, without rendering anything: what a viewer draws over a
 * picture lies where the picture does.
 * <p>
 * One thread at a time, and not one that must not wait: the first question about a medium may read from it.
 * <p>
 * Effects that move or bend pictures are not followed. A medium that cannot be found is taken to be as large as the sequence that
 * shows it, like the slate that stands in for it.
 *
 * <pre>{@code
 * LayerOutlines outlines = new LayerOutlines(sequence, catalog);
 * for (LayerOutline outline : outlines.at(48)) {
 *     draw(outline.clip().name(), outline.corners());
 * }
 * }</pre>
 */
public final class LayerOutlines {

    private final Sequence sequence;
    private final MediaCatalog catalog;
    /** One for each sequence that was seen so far. */
    private final Map<Id, SpanPlanner> planners = new HashMap<>();

    /**
     * Creates it; nothing is looked for yet.
     *
     * @param sequence the snapshot
     * @param catalog its media, and the sequences that its clips show
     */
    public LayerOutlines(Sequence sequence, MediaCatalog catalog) {
        this.sequence = sequence;
        this.catalog = catalog;
    }

    /**
     * Returns what layers cover at a frame. Costs as much as planning the frame's span and those of the sequences shown there.
     *
     * @param frame the sequence frame, 0 or more
     * @return the layers of which something lies on the canvas, bottom first; those of a sequence that a clip shows one by one,
     *         and none of a sequence that cannot be found
     */
    public List<LayerOutline> at(long frame) {
        List<LayerOutline> all = new ArrayList<>();
        for (Seen seen : seen(sequence, frame)) {
            try {
                all.addAll(outlines(sequence, seen, frame, seen.place().track().id(), 0));
            } catch (MediaException e) {
                // A nested sequence is unknown, or its own: rendering refuses it in words, and there is nothing to outline.
                continue;
            }
        }
        return all;
    }

    /** A layer that can be seen at a frame, and the clip that shows it there. */
    private record Seen(Layer.Look look, ClipPlace place) {
    }

    private List<LayerOutline> outlines(Sequence in, Seen seen, long frame, Id track, int depth) throws MediaException {
        Content content = seen.look().source().content();
        Transform transform = seen.look().transformAt(frame);
        // What is nested is composed on a canvas of any size; here it only counts where things lie.
        Canvas canvas = new Canvas(in.widthPx(), in.heightPx(), in.rate(), ColorDescription.BT709_LIMITED, true);
        List<LayerOutline> found = new ArrayList<>();
        if (content instanceof NestedSequence nested) {
            Sequence inner = catalog.sequence(nested.sequence());
            Nested.refuseTooDeep(depth, inner);
            PictureFormat picture = new Canvas(inner.widthPx(), inner.heightPx(), inner.rate(), canvas.color(), true).picture();
            long shown = Nested.frameAt(inner, seen.look().source().timeAt(frame, in.rate()));
            for (Seen within : seen(inner, shown)) {
                for (LayerOutline outline : outlines(inner, within, shown, track, depth + 1)) {
                    Outline laid = new Outline(outline.corners()).laid(transform, picture, Shown.PLAIN, canvas);
                    add(found, new LayerOutline(track, outline.clip(), outline.medium(), laid.corners()));
                }
            }
        } else {
            Picture picture = picture(content, canvas);
            Outline whole = Outline.of(picture.format().widthPx(), picture.format().heightPx());
            Outline laid = whole.laid(transform, picture.format(), picture.shown(), canvas);
            add(found, new LayerOutline(track, seen.place().clip(), picture.medium(), laid.corners()));
        }
        return found;
    }

    private static void add(List<LayerOutline> found, LayerOutline outline) {
        if (!outline.corners().isEmpty()) {
            found.add(outline);
        }
    }

    /** What is known of a content's pictures. */
    private record Picture(String medium, PictureFormat format, Shown shown) {
    }

    private Picture picture(Content content, Canvas canvas) {
        try {
            Medium medium = PictureStreams.medium(content, catalog).orElse(null);
            if (medium == null) {
                return new Picture("", canvas.picture(), Shown.PLAIN);
            }
            Optional<VideoStreamInfo> stream = PictureStreams.find(content, medium);
            return stream.isEmpty()
                    ? new Picture(medium.name(), canvas.picture(), Shown.PLAIN)
                    : new Picture(medium.name(), stream.get().picture(), Shown.of(stream.get(), medium.interpretation()));
        } catch (MediaException e) {
            return new Picture(e.medium(), canvas.picture(), Shown.PLAIN);
        }
    }

    private List<Seen> seen(Sequence in, long frame) {
        List<Seen> seen = new ArrayList<>();
        for (Layer layer : planners.computeIfAbsent(in.id(), _ -> new SpanPlanner(in, catalog)).spanAt(frame).layers()) {
            if (layer.look().opacityAt(frame) > 0) {
                place(in, layer, frame).ifPresent(place -> seen.add(new Seen(layer.look(), place)));
            }
        }
        return seen;
    }

    /** A span names one of the clips that continue each other; which of them shows the frame may be another one, on another track. */
    private static Optional<ClipPlace> place(Sequence in, Layer layer, long frame) {
        Optional<ClipPlace> named = in.findClip(layer.clip().id());
        boolean shows = named.isEmpty() || layer.look().ramp() != null
                || frame >= named.get().startFrame() && frame < named.get().endFrame();
        return shows
                ? named
                : in.tracks().stream().filter(track -> isSeen(in, track))
                        .flatMap(track -> at(track, frame, layer.look().source().content()).stream()).findFirst().or(() -> named);
    }

    private static boolean isSeen(Sequence in, Track track) {
        return track.kind() == TrackKind.VIDEO && in.isPresented(track);
    }

    private static Optional<ClipPlace> at(Track track, long frame, Content content) {
        return track.items().locate(frame).filter(at -> at.item() instanceof Clip clip && clip.content().equals(content))
                .map(at -> new ClipPlace(track, at.index(), at.startFrame(), (Clip) at.item()));
    }
}
