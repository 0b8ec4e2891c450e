package org.reelbench.ui.tracks.internal.drag;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditDraft;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Transition;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Overlay;
import org.reelbench.ui.tracks.internal.model.Row;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.model.TrackLayout;
import org.reelbench.ui.tracks.internal.tools.TrackTools;

/** An editor and a view of lanes 1000 points wide without a window; edits are made at once. */
final class Bench implements TrackGestures.View {

    final TrackTools tools = new TrackTools();
    final TrackGestures gestures;
    final List<EditCommand> executed = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<String> put = new ArrayList<>();
    final List<EditorListener> listeners = new ArrayList<>();
    final Editor editor;
    private Project project;
    private OpenProject open;
    private TimeScale scale = new TimeScale(2, 0);
    private Set<Id> selection = Set.of();
    private Optional<Id> chosen = Optional.empty();
    private long playhead;
    private @Nullable Sequence previewed;
    private Overlay overlay = Overlay.NONE;

    Bench(Sequence sequence) {
        this(Project.of("film", sequence));
    }

    Bench(Project film) {
        project = film;
        open = new OpenProject(session(), _ -> {
            throw new AssertionError("media are not looked into");
        });
        editor = editor();
        gestures = new TrackGestures(editor, this);
        playhead = 100_000;
    }

    private ProjectSession session() {
        return proxy(ProjectSession.class, (name, _) -> switch (name) {
        case "project" -> project;
        case "revision" -> (long) executed.size();
        case "file" -> Optional.empty();
        default -> throw new AssertionError(name);
        });
    }

    /** What a fake does. */
    @FunctionalInterface
    private interface Answer {
        @Nullable
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(Bench.class.getClassLoader(), new Class<?>[] { type },
                (_, method, arguments) -> answer.to(method.getName(), arguments == null ? new Object[0] : arguments)));
    }

    @SuppressWarnings("unchecked")
    private Editor editor() {
        return proxy(Editor.class, (name, arguments) -> {
            switch (name) {
            case "project" :
                return Optional.of(open);
            case "openSequence" :
                List<Id> path = new ArrayList<>(open.path());
                path.add((Id) arguments[0]);
                open = new OpenProject(open.session(), open.catalog(), path);
                return null;
            case "selection" :
                return selection;
            case "select" :
                selection = ((Set<Id>) arguments[0]).stream().filter(clip -> sequence().findClip(clip).isPresent())
                        .collect(Collectors.toUnmodifiableSet());
                return null;
            case "chosenTrack" :
                return chosen;
            case "chooseTrack" :
                chosen = (Optional<Id>) arguments[0];
                return null;
            case "playheadFrame" :
                return playhead;
            case "setPlayhead" :
                playhead = (Long) arguments[0];
                return null;
            case "execute" :
                execute((EditCommand) arguments[0]);
                return null;
            case "executeNext" :
                execute(((LongFunction<EditCommand>) arguments[0]).apply(executed.size()));
                return null;
            case "addListener" :
                listeners.add((EditorListener) arguments[0]);
                return null;
            case "removeListener" :
                listeners.remove(arguments[0]);
                return null;
            case "put" :
                put.add(arguments[0] + " " + ((Optional<Id>) arguments[1]).orElseThrow() + " " + arguments[2] + " "
                        + arguments[3]);
                return null;
            case "tryOut", "endTrial" :
                return null;
            case "tell" :
                told.add((String) arguments[0]);
                return null;
            default :
                throw new AssertionError(name);
            }
        });
    }

    private void execute(EditCommand command) {
        EditDraft draft = editor.project().orElseThrow().draft();
        try {
            draft.make(open.meant(command));
        } catch (EditRefused e) {
            throw new AssertionError("what was previewed is refused", e);
        }
        Sequence before = sequence();
        executed.add(command);
        project = draft.project();
        previewed = null;
        List.copyOf(listeners).forEach(listener -> listener.sequenceChanged(before, sequence()));
    }

    Sequence sequence() {
        return open.sequence();
    }

    Project project() {
        return project;
    }

    Bench playheadAt(long frame) {
        playhead = frame;
        return this;
    }

    Overlay overlay() {
        return overlay;
    }

    List<String> selected() {
        return new TreeSet<>(selection).stream().map(Id::value).toList();
    }

    /** The middle of a track's row. */
    int yOf(String track) {
        return row(track).yPx() + row(track).heightPx() / 2;
    }

    Row row(String track) {
        return frame().layout().rows().stream().filter(row -> row.track().id().value().equals(track)).findFirst().orElseThrow();
    }

    int xOf(long frame) {
        return Metrics.HEADER_WIDTH_PX + scale.xOf(frame);
    }

    /** Presses at one place, moves to another in steps, and stays there. */
    void hold(int x1, int y1, int x2, int y2, Pointer keys) {
        gestures.press(Pointer.at(x1, y1));
        for (int step = 1; step <= 4; step++) {
            gestures.drag(
                    new Pointer(x1 + (x2 - x1) * step / 4, y1 + (y2 - y1) * step / 4, keys.ctrl(), keys.shift(), keys.alt()));
        }
    }

    void drag(int x1, int y1, int x2, int y2, Pointer keys) {
        hold(x1, y1, x2, y2, keys);
        gestures.release(new Pointer(x2, y2, keys.ctrl(), keys.shift(), keys.alt()));
    }

    void drag(int x1, int y1, int x2, int y2) {
        drag(x1, y1, x2, y2, Pointer.at(0, 0));
    }

    /** Drags within a track, from frame to frame. */
    void drag(String track, long from, long to) {
        drag(xOf(from), yOf(track), xOf(to), yOf(track));
    }

    void click(int x, int y, Pointer keys) {
        Pointer at = new Pointer(x, y, keys.ctrl(), keys.shift(), keys.alt());
        gestures.press(at);
        gestures.release(at);
    }

    /** What lies on a track, such as "c1[0+100] 20 c2[10+50]": clips with their first source frame and length, and gaps. */
    String on(String track) {
        return on(sequence(), track);
    }

    /** The same of what is previewed. */
    String previewOn(String track) {
        return on(frame().sequence(), track);
    }

    private static String on(Sequence sequence, String track) {
        List<String> items = new ArrayList<>();
        for (Item item : sequence.track(new Id(track)).items()) {
            items.add(switch (item) {
            case Clip clip -> clip.id() + "[" + sequence.rate().frameAt(clip.sourceIn()) + "+" + clip.durationFrames() + "]";
            case Gap gap -> Long.toString(gap.durationFrames());
            case Transition transition -> transition.inOffsetFrames() + "~" + transition.outOffsetFrames();
            });
        }
        return String.join(" ", items);
    }

    @Override
    public TrackFrame frame() {
        Sequence shown = previewed != null ? previewed : sequence();
        return new TrackFrame(shown, TrackLayout.of(shown, Metrics.RULER_HEIGHT_PX, tools.heights().heights(), tools.lanes()),
                scale, 0,
                Metrics.HEADER_WIDTH_PX + 1000,
                500,
                playhead, selection, chosen, Map.of(), List.of(), overlay);
    }

    @Override
    public void setScale(TimeScale newScale) {
        scale = newScale;
    }

    @Override
    public void scrollRows(int deltaPx) {
        // all rows are seen
    }

    @Override
    public void preview(Optional<Sequence> sequence, Overlay newOverlay) {
        previewed = sequence.orElse(null);
        overlay = newOverlay;
    }

    @Override
    public void holdPreview() {
        overlay = Overlay.NONE;
    }

    @Override
    public TrackTools tools() {
        return tools;
    }
}
