package org.reelbench.ui.tracks.internal.decoration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Project;
import org.reelbench.project.decoration.TrackDecorator;
import org.reelbench.project.decoration.TrackStretch;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.ui.tracks.internal.model.DecoratedTrack;
import org.reelbench.ui.tracks.internal.model.Row;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What decorators say of the tracks that one view shows. Each painting says what is seen; what was not said of that yet is
 * asked for on another thread, one question after the other, and what a later painting does not need is not asked any more.
 * Until a question is answered the answer before stays. For every thread.
 */
public final class Decorating implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Decorating.class);

    /** Whose answer it is, and of which track. */
    private record Place(Source source, Id track) {
    }

    /** A question. */
    private record Question(Place place, int edition, TrackStretch stretch) {

        boolean isLike(Question other) {
            return place.equals(other.place) && edition == other.edition && stretch.track() == other.stretch.track()
                    && stretch.project() == other.stretch.project() && stretch.leastFrames() == other.stretch.leastFrames()
                    && stretch.range().equals(other.stretch.range());
        }
    }

    /** The last answer of a place. */
    private record Known(Question question, TrackDecorator.Scope scope, DecoratedTrack marks) {

        boolean answers(Track track, Project project, int edition, FrameRange seen, long leastFrames) {
            TrackStretch asked = question.stretch;
            boolean isUnchanged = scope == TrackDecorator.Scope.TRACK ? asked.track() == track : asked.project() == project;
            return isUnchanged && question.edition == edition && asked.leastFrames() == leastFrames
                    && asked.range().inFrame() <= seen.inFrame() && asked.range().outFrame() >= seen.outFrame();
        }
    }

    private final Supplier<List<Source>> sources;
    private final Executor worker;
    private final Runnable changed;
    private final Runnable ending;
    private final Map<Place, Known> known = new HashMap<>();
    private final Set<Source> failed = new HashSet<>();
    private Deque<Question> wanted = new ArrayDeque<>();
    private @Nullable Question asking;
    private boolean working;
    private boolean closed;
    private volatile Map<Id, List<DecoratedTrack>> shown = Map.of();

    /** Besides who there is, who asks them and who paints: what tells a listener of others, and returns what ends that. */
    Decorating(Supplier<List<Source>> sources, Executor worker, Runnable changed, UnaryOperator<Runnable> following) {
        this.sources = sources;
        this.worker = worker;
        this.changed = changed;
        ending = following.apply(this::sourcesChanged);
    }

    /**
     * Begins to ask decorators.
     *
     * @param decorators those that there are
     * @param changed runs on any thread when there is something else to paint
     * @return what asks them, to be closed by the caller
     */
    public static Decorating of(Decorators decorators, Runnable changed) {
        return new Decorating(decorators::sources, decorators::run, changed, decorators::follow);
    }

    /**
     * Returns what was said of the tracks that were seen last.
     *
     * @return the answers by track, in the order of the decorators
     */
    public Map<Id, List<DecoratedTrack>> shown() {
        return shown;
    }

    /**
     * Says what is seen. Asks for what is missing, and forgets what is not seen.
     *
     * @param project the project as it is
     * @param revision the number of that state
     * @param sequence the sequence of it that is shown
     * @param frame where it is shown, and which part of it
     */
    public synchronized void look(Project project, long revision, Sequence sequence, TrackFrame frame) {
        List<Source> all = sources.get();
        if (closed || all.isEmpty() && known.isEmpty()) {
            return;
        }
        Deque<Question> missing = new ArrayDeque<>();
        List<Place> seen = new ArrayList<>();
        long leastFrames = Long.highestOneBit(Math.max(1, (long) (1 / frame.scale().pxPerFrame())));
        for (Row row : frame.layout().rows()) {
            Track track = frame.isSeen(row) ? sequence.findTrack(row.track().id()).orElse(null) : null;
            FrameRange part = track == null || track.hidden() ? null : part(frame, track);
            if (track == null || part == null) {
                continue;
            }
            for (Source source : all) {
                Place place = new Place(source, track.id());
                int edition = source.edition();
                seen.add(place);
                Known last = known.get(place);
                if (last == null || !last.answers(track, project, edition, part, leastFrames)) {
                    Question question = new Question(place, edition,
                            new TrackStretch(project, revision, sequence, track, widened(part, track), leastFrames));
                    Question now = asking;
                    if (now == null || !now.isLike(question)) {
                        missing.add(question);
                    }
                }
            }
        }
        known.keySet().retainAll(new HashSet<>(seen));
        failed.retainAll(all);
        gather();
        wanted = missing;
        if (!missing.isEmpty() && !working) {
            working = true;
            try {
                worker.execute(this::work);
            } catch (RejectedExecutionException e) {
                working = false;
                LOG.debug("nobody is asked: the view is being closed", e);
            }
        }
    }

    /** What came from a bundle that goes is let go at once, though nobody may paint for long. */
    private void sourcesChanged() {
        synchronized (this) {
            List<Source> all = sources.get();
            known.keySet().removeIf(place -> !all.contains(place.source));
            wanted.removeIf(question -> !all.contains(question.place.source));
            failed.retainAll(all);
            gather();
        }
        changed.run();
    }

    /** The part of a track that is seen, or null if nothing of it is. */
    private static @Nullable FrameRange part(TrackFrame frame, Track track) {
        long from = frame.scale().frameAt(0);
        long to = Math.min(frame.scale().frameAt(frame.lanesWidthPx()) + 1, track.durationFrames());
        return from < to ? new FrameRange(from, to) : null;
    }

    /** Half as much again at both sides, so that a little scrolling asks nobody. */
    private static FrameRange widened(FrameRange part, Track track) {
        long more = part.durationFrames() / 2;
        return new FrameRange(Math.max(0, part.inFrame() - more), Math.min(track.durationFrames(), part.outFrame() + more));
    }

    private void work() {
        for (Question question = next(); question != null; question = next()) {
            Known answer = ask(question);
            synchronized (this) {
                asking = null;
                if (closed) {
                    return;
                }
                if (sources.get().contains(question.place.source)) {
                    known.put(question.place, answer);
                    gather();
                }
            }
            changed.run();
        }
    }

    private synchronized @Nullable Question next() {
        Question question = closed ? null : wanted.poll();
        asking = question;
        working = question != null;
        return question;
    }

    private Known ask(Question question) {
        Source source = question.place.source;
        try {
            Source.Answer answer = source.ask(question.stretch);
            forgive(source);
            return new Known(question, answer.scope(), answer.marks());
        } catch (RuntimeException | LinkageError e) {
            if (blame(source)) {
                LOG.warn("no decorations of tracks: {}", e.getMessage(), e);
            } else {
                LOG.debug("no decorations of tracks again", e);
            }
            // Asked again when something else is seen, not at once.
            return new Known(question, TrackDecorator.Scope.TRACK, new DecoratedTrack("", List.of()));
        }
    }

    private synchronized boolean blame(Source source) {
        return failed.add(source);
    }

    private synchronized void forgive(Source source) {
        failed.remove(source);
    }

    /** Puts together what is known, in the order of the decorators. */
    private void gather() {
        Map<Id, List<DecoratedTrack>> all = new HashMap<>();
        for (Source source : sources.get()) {
            known.forEach((place, answer) -> {
                if (place.source == source) {
                    all.computeIfAbsent(place.track, _ -> new ArrayList<>()).add(answer.marks);
                }
            });
        }
        shown = all;
    }

    @Override
    public void close() {
        ending.run();
        synchronized (this) {
            closed = true;
            wanted.clear();
            known.clear();
            shown = Map.of();
        }
    }
}
