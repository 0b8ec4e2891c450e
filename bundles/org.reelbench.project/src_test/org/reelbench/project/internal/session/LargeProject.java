package org.reelbench.project.internal.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.Markers;
import org.reelbench.timeline.MoveEdits;
import org.reelbench.timeline.Nesting;
import org.reelbench.timeline.RangeEdits;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.SequenceDiff;
import org.reelbench.timeline.TimeEdits;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackEdits;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;
import org.reelbench.timeline.TrimEdits;

/**
 * Edits a project of many clips and tells what each edit cost; run in classes of a {@link CountingLoader}. The clips of a track
 * are 20 frames long, a gap of 5 after every fourth, a dissolve between the first two of every four.
 */
public final class LargeProject {

    /** What the names of costs begin with that come once with all clips. */
    static final String BULK = "bulk: ";

    private static final int GROUP_FRAMES = 4 * 20 + 5;

    private final int tracks;
    private final int clips;
    private final Map<String, long[]> costs = new LinkedHashMap<>();

    private LargeProject(int tracks, int clips) {
        this.tracks = tracks;
        this.clips = clips;
    }

    /** Returns for each edit what {@link Work#end} tells. */
    public static Map<String, long[]> costs(Integer tracks, Integer clips) throws Exception {
        LargeProject project = new LargeProject(tracks, clips);
        Sequence sequence = project.count(BULK + "trees", project::sequence);
        // Every track is asked for an id once, as the first edit after opening a project does.
        project.count(BULK + "index", () -> sequence.findClip(new Id("none")));
        project.editSequence(sequence);
        project.editRanges(sequence);
        project.bindAndRetime(sequence);
        project.editInSession(sequence);
        return project.costs;
    }

    private void editSequence(Sequence sequence) throws Exception {
        Id track = trackId(tracks / 2);
        int middle = clips / 2 / 4 * 4;
        long frame = middle / 4 * (long) GROUP_FRAMES;
        Id clip = clipId(tracks / 2, middle);
        Id second = clipId(tracks / 2, middle + 2);
        Id last = clipId(tracks / 2, middle + 3);
        Id fresh = new Id("fresh");
        Clip added = clip(fresh, 5);
        count("find clip", () -> sequence.findClip(clip).orElseThrow());
        count("fresh number", () -> sequence.greatestNumber("c"));
        count("append", () -> Edits.append(sequence, track, added));
        count("place", () -> Edits.place(sequence, track, frame - 5, added));
        Sequence split = count("split", () -> Edits.split(sequence, track, frame + 7, fresh));
        count("trim start", () -> Edits.trimStart(sequence, second, 3));
        count("trim end", () -> Edits.trimEnd(sequence, last, 3));
        count("move", () -> Edits.move(sequence, clip, trackId(0), sequence.durationFrames()));
        count("delete", () -> Edits.delete(sequence, second, false));
        Sequence rippled = count("ripple delete", () -> Edits.delete(sequence, second, true));
        count("dissolve", () -> Edits.dissolve(sequence, second, fresh, 4));
        count("remove transition", () -> Edits.removeTransition(sequence, transitionId(tracks / 2, middle)));
        count("opacity", () -> Edits.setOpacity(sequence, clip, 0.5));
        count("hide", () -> Edits.setHidden(sequence, track, true));
        count("add track", () -> Edits.addTrack(sequence, 1, Track.of(fresh, "New", TrackKind.VIDEO)));
        count("remove track", () -> Edits.removeTrack(sequence, track));
        count("diff of split", () -> SequenceDiff.between(sequence, split));
        count("diff of ripple delete", () -> SequenceDiff.between(sequence, rippled));
        count("find after ripple delete", () -> rippled.findClip(clip));
    }

    private void editRanges(Sequence sequence) throws Exception {
        Id track = trackId(tracks / 2);
        int middle = clips / 2 / 4 * 4;
        long frame = middle / 4 * (long) GROUP_FRAMES;
        Id clip = clipId(tracks / 2, middle + 1);
        Id second = clipId(tracks / 2, middle + 2);
        Clip added = clip(new Id("fresh"), 5);
        Id right = new Id("right");
        FrameRange range = new FrameRange(frame + 7, frame + 70);
        count("insert", () -> RangeEdits.insert(sequence, track, frame + 7, added, right));
        count("overwrite", () -> RangeEdits.overwrite(sequence, track, frame + 7, added, right));
        count("lift", () -> RangeEdits.lift(sequence, track, range, right));
        count("extract", () -> RangeEdits.extract(sequence, track, range, right));
        count("ripple trim start", () -> TrimEdits.rippleTrimStart(sequence, second, 3));
        count("ripple trim end", () -> TrimEdits.rippleTrimEnd(sequence, second, 3));
        count("roll", () -> TrimEdits.roll(sequence, clip, 3));
        count("slip", () -> TrimEdits.slip(sequence, second, 3));
        count("slide", () -> TrimEdits.slide(sequence, second, 3));
        count("set transition", () -> TrimEdits.setTransition(sequence, transitionId(tracks / 2, middle), 1, 3));
        count("move two", () -> MoveEdits.moveAll(sequence, Set.of(clip, second), GROUP_FRAMES, 1, MoveEdits.Landing.OVERWRITE,
                List.of(right)));
        count("delete two", () -> MoveEdits.deleteAll(sequence, Set.of(clip, second), true));
    }

    private void bindAndRetime(Sequence sequence) throws Exception {
        int middle = clips / 2 / 4 * 4;
        Id clip = clipId(tracks / 2, middle + 2);
        Id above = clipId(tracks / 2 + 1, middle + 2);
        long frame = middle / 4 * (long) GROUP_FRAMES + 45;
        Id fresh = new Id("fresh");
        Id right = new Id("right");
        Sequence linked = count("link", () -> Links.link(sequence, Set.of(clip, above), fresh));
        count("partners", () -> Links.partners(linked, clip));
        count("split of linked clips", () -> Links.split(linked, clip, frame, List.of(right, new Id("other")), new Id("link")));
        count("delete of a linked clip", () -> Edits.delete(linked, above, true));
        count("unlink", () -> Links.unlink(linked, Set.of(clip)));
        count("group", () -> Links.group(sequence, Set.of(clip, above), fresh));
        count("speed", () -> TimeEdits.setSpeed(sequence, clip, Rational.of(2, 1), true));
        count("freeze", () -> TimeEdits.freeze(sequence, clip, frame, 10, fresh, right));
        count("nest",
                () -> Nesting.make(sequence, Set.of(clip, above), fresh, "Inner", new Id("picture"), new Id("sound"), right));
        count("marker", () -> Markers.add(sequence, new Marker(fresh, "Here", frame, 0, "#ff0000", "", Extras.NONE)));
        count("lock", () -> TrackEdits.setLocked(sequence, trackId(1), true));
        count("reorder", () -> TrackEdits.reorder(sequence, trackId(1), 0));
    }

    private void editInSession(Sequence sequence) throws Exception {
        ProjectSession session = new FileSessions().create(Project.of("Film", sequence));
        long frame = clips / 2 / 4 * (long) GROUP_FRAMES;
        String second = clipId(tracks / 2, clips / 2 / 4 * 4 + 2).value();
        List<EditCommand> commands = List.of(
                EditCommand.of(EditCommands.SPLIT, 0).with("track", trackId(tracks / 2).value()).with("frame", frame + 7),
                EditCommand.of(EditCommands.APPEND, 1).with("track", trackId(1).value()).with("generator", "color")
                        .with("durationFrames", 5),
                EditCommand.of(EditCommands.TRIM_START, 2).with("clip", second).with("deltaFrames", 3),
                EditCommand.of(EditCommands.RIPPLE_DELETE, 3).with("clip", second),
                EditCommand.of(EditCommands.ADD_TRACK, 4).with("kind", "video"));
        for (EditCommand command : commands) {
            count("command " + command.name(), () -> session.execute(command));
            count("dirty after " + command.name(), session::isDirty);
        }
        for (EditCommand command : commands.reversed()) {
            count("undo " + command.name(), session::undo);
        }
        count("dirty after all is undone", session::isDirty);
        for (EditCommand command : commands) {
            count("redo " + command.name(), session::redo);
        }
    }

    private <T> T count(String what, Callable<T> edit) throws Exception {
        Work.begin();
        T result = edit.call();
        costs.put(what, Work.end());
        return result;
    }

    private Sequence sequence() {
        List<Track> all = new ArrayList<>();
        for (int track = 0; track < tracks; track++) {
            List<Item> items = new ArrayList<>();
            for (int clip = 0; clip < clips; clip++) {
                items.add(clip(clipId(track, clip), 20));
                if (clip % 4 == 0) {
                    items.add(Transition.dissolve(transitionId(track, clip), 2, 2));
                } else if (clip % 4 == 3 && clip + 1 < clips) {
                    items.add(new Gap(5));
                }
            }
            all.add(Track.of(trackId(track), "V" + track, TrackKind.VIDEO).withItems(TrackItems.of(items)));
        }
        return new Sequence(new Id("s1"), "Main", FrameRate.of(25, 1), 1280, 720, 48_000, all, Extras.NONE);
    }

    private static Clip clip(Id id, long durationFrames) {
        return Clip.of(id, "Clip", Generator.color("#000000"), RationalTime.ZERO, durationFrames);
    }

    private static Id trackId(int track) {
        return new Id("v" + (track + 1));
    }

    private Id clipId(int track, int clip) {
        return new Id("c" + (track * (long) clips + clip + 1));
    }

    private Id transitionId(int track, int clip) {
        return new Id("t" + (track * (long) clips + clip + 1));
    }
}
