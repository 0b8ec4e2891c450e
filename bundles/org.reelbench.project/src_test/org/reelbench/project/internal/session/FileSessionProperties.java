package org.reelbench.project.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.StaleRevision;
import org.reelbench.project.internal.file.ProjectRules;
import org.reelbench.project.internal.file.RandomProjects;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * What holds for every session, whatever is asked of it and by however many.
 */
class FileSessionProperties {

    private static final boolean DEEP = System.getProperty("reelbench.tier", "quick").equals("deep");
    private static final int SESSIONS = DEEP ? 2_000 : 100;

    /** A random command: most can be made, some are refused. */
    static EditCommand command(Random random, Project project, long revision) {
        Sequence sequence = project.sequences().get(random.nextInt(project.sequences().size()));
        List<String> clips = new ArrayList<>(List.of("none"));
        List<String> transitions = new ArrayList<>(List.of("none"));
        List<String> tracks = new ArrayList<>(List.of("none"));
        for (Track track : sequence.tracks()) {
            tracks.add(track.id().value());
            for (Item item : track.items()) {
                if (item instanceof Clip clip) {
                    clips.add(clip.id().value());
                } else if (item instanceof Transition transition) {
                    transitions.add(transition.id().value());
                }
            }
        }
        String clip = clips.get(random.nextInt(clips.size()));
        String track = tracks.get(random.nextInt(tracks.size()));
        String name = EditCommands.descriptions().get(random.nextInt(EditCommands.descriptions().size())).name();
        EditCommand command = EditCommand.of(name, revision);
        if (EditCommands.describe(name).orElseThrow().parameters().stream().anyMatch(each -> each.name().equals("sequence"))) {
            command = command.with("sequence", sequence.id().value());
        }
        return switch (name) {
        case EditCommands.APPEND -> {
            EditCommand append = command.with("track", track).with("durationFrames", 1 + random.nextInt(50));
            // Media may all have been removed.
            yield project.media().isEmpty()
                    ? append.with("generator", "color")
                    : append.with("media", project.media().getFirst().id().value());
        }
        case EditCommands.PLACE -> command.with("track", track).with("durationFrames", 1 + random.nextInt(50))
                .with("generator", "color").with("startFrame", random.nextInt(3000));
        case EditCommands.SPLIT -> command.with("track", track).with("frame", random.nextInt(2000));
        case EditCommands.TRIM_START, EditCommands.TRIM_END -> command.with("clip", clip).with("deltaFrames",
                random.nextInt(40) - 20);
        case EditCommands.MOVE -> command.with("clip", clip).with("toTrack", track).with("toFrame", random.nextInt(3000));
        case EditCommands.DELETE, EditCommands.RIPPLE_DELETE -> command.with("clip", clip);
        case EditCommands.DISSOLVE -> command.with("clip", clip).with("durationFrames", 1 + random.nextInt(8));
        case EditCommands.REMOVE_TRANSITION -> command.with("transition",
                transitions.get(random.nextInt(transitions.size())));
        case EditCommands.HIDE_TRACK, EditCommands.SHOW_TRACK, EditCommands.MUTE_TRACK, EditCommands.UNMUTE_TRACK,
                EditCommands.REMOVE_TRACK ->
            command.with("track", track);
        case EditCommands.ADD_TRACK -> command.with("kind", random.nextBoolean() ? "video" : "audio");
        case EditCommands.SET_TRANSFORM -> command.with("clip", clip).with("scale", random.nextDouble());
        case EditCommands.SET_OPACITY -> command.with("clip", clip).with("opacity", random.nextDouble());
        case EditCommands.SET_GAIN -> command.with("clip", clip).with("gainDb", -random.nextInt(20));
        case EditCommands.SET_EFFECTS -> command.with("clip", clip).with("effects", List.of());
        default -> new RandomParameters(random, project, sequence, clips, track).fill(command);
        };
    }

    @Test
    void whateverIsEditedIsValidCanBeUndoneAndIsLoadedAsItWasSaved(@TempDir Path folder) throws Exception {
        long first = System.nanoTime();
        Path file = folder.resolve("film.reel");
        int made = 0;
        for (long seed = first; seed < first + SESSIONS; seed++) {
            Random random = new Random(seed);
            ProjectSession session = new FileSessions().create(new RandomProjects(seed, folder).next());
            Deque<Project> states = new ArrayDeque<>(List.of(session.project()));
            for (int i = 0; i < 60; i++) {
                try {
                    Change change = session.execute(command(random, session.project(), session.revision()));
                    if (!change.before().equals(change.after())) {
                        states.push(session.project());
                        made++;
                    }
                } catch (EditRefused refused) {
                    assertTrue(!refused.getMessage().isBlank(), "seed " + seed);
                }
                assertSame(states.peek(), session.project(), "seed " + seed);
            }
            assertEquals(List.of(), ProjectRules.violations(session.project()), "seed " + seed);
            ProjectFile.save(session.project(), file);
            Project loaded = ProjectFile.load(file);
            assertEquals(withoutGapExtras(session.project()), withoutGapExtras(loaded), "seed " + seed);
            while (session.undoLabel().isPresent()) {
                assertSame(states.pop(), session.project(), "seed " + seed);
                session.undo();
            }
            assertSame(states.pop(), session.project(), "seed " + seed);
            assertEquals(Optional.empty(), Optional.ofNullable(states.peek()));
        }
        assertTrue(made > SESSIONS * 15, "only " + made + " edits were made: the commands are poor");
    }

    /** What was unknown about a gap that an edit has closed is not saved: there is no place for it. */
    static Project withoutGapExtras(Project project) {
        Project result = project;
        for (Sequence sequence : project.sequences()) {
            List<Track> tracks = sequence.tracks().stream().map(FileSessionProperties::withoutGapExtras).toList();
            result = result.withSequence(sequence.withTracks(tracks));
        }
        return result;
    }

    private static Track withoutGapExtras(Track track) {
        List<Item> items = new ArrayList<>();
        for (Item item : track.items()) {
            if (item instanceof Clip clip) {
                SortedMap<String, String> kept = new TreeMap<>(clip.extras().jsonByName());
                kept.keySet().removeIf(name -> name.startsWith("gap/"));
                items.add(clip.withExtras(new Extras(kept)));
            } else {
                items.add(item);
            }
        }
        return track.withItems(TrackItems.of(items));
    }

    @Test
    void readersSeeWholeStatesAndNeverWaitWhileManyEdit() throws Exception {
        long seed = System.nanoTime();
        ProjectSession session = new FileSessions().create(new RandomProjects(seed, Path.of("/film")).next());
        List<Long> heard = new ArrayList<>();
        session.addListener(change -> heard.add(change.revision()));
        int editors = 3;
        int edits = DEEP ? 2_000 : 100;
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(editors + 2);
        try {
            List<Future<Integer>> stale = new ArrayList<>();
            for (int i = 0; i < editors; i++) {
                String path = "/media/" + i + "/";
                stale.add(threads.submit(() -> edit(session, path, edits)));
            }
            Callable<Long> reader = () -> {
                long reads = 0;
                long before = session.revision();
                do {
                    // Every edit adds one media: a state of a revision holds at least as many as the revision read before it.
                    int media = session.project().media().size();
                    assertTrue(media >= before, "seed " + seed);
                    before = session.revision();
                    reads++;
                } while (!done.get());
                return reads;
            };
            List<Future<Long>> readers = List.of(threads.submit(reader), threads.submit(reader));
            for (Future<Integer> each : stale) {
                each.get(60, TimeUnit.SECONDS);
            }
            done.set(true);
            for (Future<Long> each : readers) {
                assertTrue(each.get(60, TimeUnit.SECONDS) > 0);
            }
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
        assertEquals(editors * edits, session.revision(), "seed " + seed);
        for (int i = 0; i < heard.size(); i++) {
            assertEquals(i + 1L, heard.get(i), "seed " + seed);
        }
        assertEquals(editors * edits, heard.size());
    }

    private static int edit(ProjectSession session, String path, int edits) throws EditRefused {
        int stale = 0;
        for (int made = 0; made < edits;) {
            try {
                session.execute(EditCommand.of(EditCommands.ADD_MEDIA, session.revision()).with("path", path + made));
                made++;
            } catch (StaleRevision e) {
                stale++;
            }
        }
        return stale;
    }

    /** A listener that waits for a reader on another thread: were reading to wait for editing, both would wait for ever. */
    @Test
    void readingDoesNotWaitForAnEditUnderWay() throws Exception {
        ProjectSession session = new FileSessions().create(new RandomProjects(1, Path.of("/film")).next());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            List<Project> seen = new ArrayList<>();
            session.addListener(_ -> {
                try {
                    seen.add(other.submit(() -> {
                        session.isDirty();
                        session.undoLabel();
                        return session.project();
                    }).get(30, TimeUnit.SECONDS));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            session.execute(EditCommand.of(EditCommands.ADD_MEDIA, 0).with("path", "/a.mp4"));
            assertEquals(List.of(session.project()), seen);
        } finally {
            other.shutdownNow();
        }
    }
}
