package org.reelbench.preview.internal.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.timeline.Id;

/**
 * What is shown: previews, their revisions, and the segments that addresses name. A revision that a playlist was made of is kept, as
 * its players come back for segments. For every thread.
 */
@Component(service = Shown.class)
public final class Shown {

    /** How many old revisions of a preview are kept; each shares most of its memory with its neighbours. */
    private static final int KEPT = 16;

    /** More than all qualities of a few sequences; each is about a kilobyte. */
    private static final int INITS = 64;

    private final PreviewService previews;
    private final Map<String, InitSegment> sent = new LinkedHashMap<>();

    /** Weak, as whoever opened a preview closes it, and need not tell. */
    private final Map<Preview, Map<Long, PreviewRevision>> frozen = new WeakHashMap<>();

    /**
     * Creates it.
     *
     * @param previews what there is
     */
    @Activate
    public Shown(@Reference PreviewService previews) {
        this.previews = previews;
    }

    List<Preview> all() {
        return previews.previews();
    }

    Optional<Preview> preview(Id sequence) {
        return previews.preview(sequence);
    }

    /** Finds an init segment: of what was made since the start, or was sent. */
    synchronized Optional<InitSegment> init(String id) {
        return previews.init(id).or(() -> Optional.ofNullable(sent.get(id)));
    }

    /** Remembers what a segment that is being sent needs before it: one from the disk may be the first of its kind. */
    synchronized InitSegment sending(InitSegment init) {
        sent.putIfAbsent(init.id(), init);
        if (sent.size() > INITS) {
            sent.remove(sent.keySet().iterator().next());
        }
        return init;
    }

    /** Keeps a revision for players that come back. */
    synchronized PreviewRevision freeze(Preview preview, PreviewRevision revision) {
        Map<Long, PreviewRevision> kept = frozen.computeIfAbsent(preview, _ -> new LinkedHashMap<>());
        kept.putIfAbsent(revision.number(), revision);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return revision;
    }

    /** Finds a revision that is shown now or was frozen. */
    synchronized Optional<PreviewRevision> revision(Preview preview, long number) {
        PreviewRevision now = preview.revision();
        return now.number() == number
                ? Optional.of(now)
                : Optional.ofNullable(frozen.getOrDefault(preview, Map.of()).get(number));
    }

    private synchronized List<PreviewRevision> revisions(Preview preview) {
        List<PreviewRevision> all = new ArrayList<>(List.of(preview.revision()));
        all.addAll(frozen.getOrDefault(preview, Map.of()).values());
        return all;
    }

    /** Opens a segment, encoding it if it has to be; empty if nobody shows it and it is not kept. */
    Optional<SegmentBytes> open(Preview preview, String id) throws IOException {
        for (PreviewRevision revision : revisions(preview)) {
            Optional<PreviewSegment> segment = revision.find(id);
            if (segment.isPresent()) {
                return Optional.of(revision.open(segment.get()));
            }
        }
        return previews.kept(id);
    }
}
