package org.reelbench.encoding.internal.preview;

import java.io.IOException;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.reelbench.encoding.internal.segment.Rank.Level;
import org.reelbench.encoding.preview.AuditedSegment;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewHint;
import org.reelbench.encoding.preview.PreviewListener;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.SegmentFailedException;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.encoding.preview.Viewer;
import org.reelbench.media.Cancellation;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Recipes;
import org.reelbench.render.SegmentPlan;
import org.reelbench.render.SoundPlan;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The preview of one sequence: its latest revision, who looks at it, and from both what is wanted now. */
final class SequencePreview implements Preview {

    /** A gesture is over when nothing changed for this long. */
    static final Duration REST = Duration.ofMillis(50);

    private static final Logger LOG = LoggerFactory.getLogger(SequencePreview.class);
    /** How far ahead of a playhead that moves. */
    private static final int AHEAD_SECONDS = 30;
    /** How far ahead of one that rests: what plays while the next is made. */
    private static final int PAUSED_SECONDS = 6;
    private static final int FORESEEN_SECONDS = 2;
    private static final int MOST_FORESEEN = 8;
    /** More ids than anybody can undo to. */
    private static final int MOST_REACHED = 200_000;

    private final Shop shop;
    private final Consumer<SequencePreview> closing;
    private final BiConsumer<SequencePreview, PreviewRevision> revised;
    private final Object plans = new Object();
    private final List<ViewerSeat> viewers = new CopyOnWriteArrayList<>();
    private final List<PreviewListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> reached = ConcurrentHashMap.newKeySet();
    private final Map<Sequence, SnapshotRevision> foreseen = new IdentityHashMap<>();
    private final AtomicBoolean planned = new AtomicBoolean();
    private final Id id;
    private volatile SnapshotRevision revision;
    private volatile long restsNs;
    private volatile boolean closed;

    SequencePreview(Shop shop, Sequence sequence, MediaCatalog catalog, Consumer<SequencePreview> closing,
            BiConsumer<SequencePreview, PreviewRevision> revised) {
        this.shop = shop;
        this.closing = closing;
        this.revised = revised;
        this.id = sequence.id();
        this.restsNs = shop.clockNs().getAsLong();
        Recipes recipes = new Recipes(shop.natives().get(), shop.composers()::effect);
        this.revision = new SnapshotRevision(1, this, shop, catalog, new SegmentPlan(recipes, sequence, catalog),
                new SoundPlan(shop.natives().get(), shop.composers(), sequence, catalog));
    }

    /** Whoever asks a plan of this preview holds this lock. */
    Object plans() {
        return plans;
    }

    /** A revision named a segment: as long as the preview is open, undo may lead back to it. */
    void reached(String segment) {
        if (reached.size() > MOST_REACHED) {
            reached.clear();
        }
        reached.add(segment);
    }

    boolean hasReached(String segment) {
        return reached.contains(segment);
    }

    /** How far a frame is from the nearest playhead; 0 if there is none. */
    long distance(long frame) {
        return viewers.stream().mapToLong(viewer -> Math.abs(viewer.look().frame() - frame)).min().orElse(0);
    }

    void requireOpen() throws IOException {
        if (closed) {
            throw new SegmentFailedException("the preview of " + id.value() + " is closed");
        }
    }

    @Override
    public Id sequenceId() {
        return id;
    }

    @Override
    public PreviewRevision show(Sequence sequence, MediaCatalog catalog) {
        SnapshotRevision next;
        synchronized (plans) {
            next = revision.after(sequence, catalog);
            revision = next;
        }
        restsNs = shop.clockNs().getAsLong() + REST.toNanos();
        plan(REST);
        Told.each(listeners, listener -> listener.revised(this, next));
        revised.accept(this, next);
        return next;
    }

    @Override
    public PreviewRevision revision() {
        return revision;
    }

    @Override
    public Viewer viewer() {
        ViewerSeat seat = new ViewerSeat(() -> plan(Duration.ZERO), viewers::remove);
        viewers.add(seat);
        plan(Duration.ZERO);
        return seat;
    }

    @Override
    public Registration listen(PreviewListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Whether the latest revision has the segment; then its listeners are told. */
    boolean tell(String segment, SegmentStatus status) {
        if (closed || !revision.names(segment)) {
            return false;
        }
        Told.each(listeners, listener -> listener.changed(this, segment, status));
        return true;
    }

    /** Finds out soon what is wanted now; many calls in a row cost as much as one. */
    void plan(Duration delay) {
        if (!closed && planned.compareAndSet(false, true)) {
            shop.later().after(delay, this::planNow);
        }
    }

    private void planNow() {
        planned.set(false);
        long restsIn = restsNs - shop.clockNs().getAsLong();
        if (restsIn > 0) {
            plan(Duration.ofNanos(restsIn));
            return;
        }
        try {
            Wishes wishes = new Wishes();
            for (ViewerSeat viewer : viewers) {
                wish(viewer, revision, wishes);
            }
            shop.queue().want(this, closed ? List.of() : wishes.all());
        } catch (RuntimeException e) {
            LOG.error("it cannot be decided what of {} is to be encoded", id.value(), e);
        }
    }

    private void wish(ViewerSeat viewer, SnapshotRevision shown, Wishes wishes) {
        Sequence sequence = shown.sequence();
        long end = sequence.durationFrames();
        ViewerSeat.Look look = viewer.look();
        long frame = Math.min(look.frame(), Math.max(0, end - 1));
        long ahead = frame + sequence.rate().framesPerSecond().times(look.playing() ? AHEAD_SECONDS : PAUSED_SECONDS).ceil();
        long second = sequence.rate().framesPerSecond().ceil();
        shown.wishPictures(frame, Math.min(end, ahead), frame, Level.AHEAD, wishes);
        shown.wishSound(frame, Math.min(end, ahead), frame, Level.AHEAD, wishes);
        shown.wishPictures(look.visibleFrom(), Math.min(end, look.visibleTo()), frame, Level.VISIBLE, wishes);
        if (!look.playing() && !shop.onBattery().getAsBoolean()) {
            foresee(viewer.hint(), shown, frame, wishes);
            // People step back, and begin again from the start.
            shown.wishPictures(frame - 2 * second, frame, frame, Level.SPECULATIVE, wishes);
            shown.wishPictures(0, Math.min(end, second), frame, Level.SPECULATIVE, wishes);
        }
    }

    private void foresee(PreviewHint hint, SnapshotRevision shown, long frame, Wishes wishes) {
        for (FrameRange place : hint.places()) {
            shown.wishPictures(place.inFrame(), Math.min(shown.sequence().durationFrames(), place.outFrame()), place.inFrame(),
                    Level.SPECULATIVE, wishes);
        }
        for (Sequence snapshot : hint.snapshots()) {
            SnapshotRevision foreseen = foreseen(snapshot, shown);
            long end = snapshot.durationFrames();
            long from = Math.min(frame, Math.max(0, end - 1));
            long to = Math.min(end, from + snapshot.rate().framesPerSecond().times(FORESEEN_SECONDS).ceil());
            foreseen.wishPictures(from, to, from, Level.SPECULATIVE, wishes);
            foreseen.wishSound(from, to, from, Level.SPECULATIVE, wishes);
        }
    }

    /** The plan of a snapshot that may come, made once. Called on the one thread on which it is decided what is wanted. */
    private SnapshotRevision foreseen(Sequence snapshot, SnapshotRevision shown) {
        SnapshotRevision known = foreseen.get(snapshot);
        if (known == null) {
            if (foreseen.size() >= MOST_FORESEEN) {
                foreseen.clear();
            }
            known = shown.after(snapshot, shown.catalog());
            foreseen.put(snapshot, known);
        }
        return known;
    }

    @Override
    public List<AuditedSegment> audit(int count, long seed, Cancellation cancellation) {
        return new Audit(shop, revision).run(count, seed, cancellation);
    }

    /** Audits what lies at a part of the whole, if it is there. */
    List<AuditedSegment> auditOne(double part, Cancellation cancellation) {
        SnapshotRevision shown = revision;
        return new Audit(shop, shown).at((long) (part * shown.sequence().durationFrames()), cancellation);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            shop.queue().want(this, List.of());
            closing.accept(this);
        }
    }
}
