package org.reelbench.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;

/**
 * Finds out which media of a sequence cannot be read, all at once instead of one after the other while rendering.
 * <p>
 * Without state, safe for every thread. Each medium is looked at once, which may mean probing it.
 */
public final class MediaCheck {

    private final MediaCatalog catalog;
    private final Cancellation cancellation;
    private final List<RenderException> missing = new ArrayList<>();
    private final Set<Content> looked = new HashSet<>();
    private final Set<Id> lost = new HashSet<>();

    private MediaCheck(MediaCatalog catalog, Cancellation cancellation) {
        this.catalog = catalog;
        this.cancellation = cancellation;
    }

    /**
     * Looks at the media of the clips that are seen or heard in a range.
     *
     * @param sequence the sequence
     * @param catalog its media and the sequences its clips show
     * @param fromFrame the first frame
     * @param toFrame the frame after the last
     * @param cancellation asks to stop
     * @return what is wrong with each medium that cannot be read, or lacks the stream that a clip names, and where it is used first;
     *         pictures before sounds
     */
    public static List<RenderException> missing(Sequence sequence, MediaCatalog catalog, long fromFrame, long toFrame,
            Cancellation cancellation) {
        MediaCheck check = new MediaCheck(catalog, cancellation);
        check.look(sequence, fromFrame, toFrame);
        return check.missing;
    }

    private void look(Sequence sequence, long fromFrame, long toFrame) {
        SpanPlanner planner = new SpanPlanner(sequence, catalog);
        for (long frame = fromFrame; frame < toFrame;) {
            cancellation.check();
            Span span = planner.spanAt(frame);
            for (Layer layer : span.layers()) {
                look(new Use(sequence, layer.clip(), frame, TrackKind.VIDEO));
            }
            frame = span.endFrame();
        }
        for (Track track : sequence.tracks()) {
            if (track.kind() == TrackKind.AUDIO && sequence.isPresented(track)) {
                listen(sequence, track.items(), fromFrame, toFrame);
            }
        }
    }

    private void listen(Sequence sequence, TrackItems items, long fromFrame, long toFrame) {
        var first = items.locate(fromFrame);
        if (first.isEmpty()) {
            return;
        }
        // A dissolve lets the clip before sound into this one.
        int index = Math.max(0, first.get().index() - 2);
        long start = items.startOf(index);
        for (; index < items.size(); index++) {
            if (items.get(index) instanceof Clip clip) {
                long lead = index > 0 && items.get(index - 1) instanceof Transition in ? in.inOffsetFrames() : 0;
                long tail = index + 1 < items.size() && items.get(index + 1) instanceof Transition out
                        ? out.outOffsetFrames()
                        : 0;
                if (start - lead >= toFrame) {
                    return;
                }
                if (start + clip.durationFrames() + tail > fromFrame) {
                    look(new Use(sequence, clip, Math.max(fromFrame, start - lead), TrackKind.AUDIO));
                }
            }
            start += items.get(index).durationFrames();
        }
    }

    /** Where a medium is used first. */
    private record Use(Sequence sequence, Clip clip, long frame, TrackKind kind) {

        RenderException failed(MediaException why) {
            return new RenderException(clip.name(), frame, Timecode.of(frame, sequence.rate()).toString(), why);
        }
    }

    private void look(Use use) {
        cancellation.check();
        Content content = use.clip().content();
        if (!looked.add(content)) {
            return;
        }
        try {
            switch (content) {
            case Generator _ -> {
                // drawn, not read
            }
            case MediaStream stream -> lookFor(stream.media(), stream.streamIndex(), use);
            case Still still -> lookFor(still.media(), -1, use);
            case NestedSequence nested -> {
                Sequence inner = catalog.sequence(nested.sequence());
                look(inner, 0, Math.max(1, inner.durationFrames()));
            }
            }
        } catch (MediaException e) {
            missing.add(use.failed(e));
        }
    }

    private void lookFor(Id media, int streamIndex, Use use) throws MediaException {
        if (lost.contains(media)) {
            return;
        }
        try {
            Medium medium = catalog.medium(media);
            MediaInfo info = medium.info();
            boolean seen = use.kind() == TrackKind.VIDEO;
            boolean isThere = streamIndex < 0
                    ? info.video().isPresent()
                    : seen ? info.video(streamIndex).isPresent() : info.audio(streamIndex).isPresent();
            if (!isThere) {
                throw new MediaException(MediaException.Reason.NO_STREAM, medium.name(),
                        "it holds no " + (seen ? "picture" : "sound") + " there");
            }
            // What was looked at when the project was opened may be gone by now.
            try (ByteSource _ = medium.open()) {
                cancellation.check();
            } catch (IOException e) {
                throw new MediaException(MediaException.Reason.UNREADABLE, medium.name(),
                        "it cannot be closed (" + e.getMessage() + ")", e);
            }
        } catch (MediaException e) {
            lost.add(media);
            throw e;
        }
    }
}
