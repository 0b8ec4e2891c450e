package org.reelbench.ui.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.project.ProjectSession;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.Landing;

/**
 * Files that become media of a project and, where that is wanted, clips, all in one edit. Looked into first, decided when their edit
 * is made: what is edited meanwhile is no hindrance.
 *
 * @param files what was found of each that can be read
 * @param problems what is wrong with the others
 */
record FileImport(List<Found> files, List<String> problems) {

    /**
     * What is found out about a file.
     *
     * @param path the file
     * @param fingerprint what identifies its content; empty if nobody can tell
     * @param info what it is, where that was asked for
     */
    record Found(Path path, String fingerprint, Optional<MediaInfo> info) {
    }

    /** Finds out about a file, off the UI thread. */
    @FunctionalInterface
    interface Look {

        Found into(Path file, Cancellation cancellation) throws MediaException;
    }

    /** How far a job is, and whether it is still wanted. */
    interface Steps {

        /** One more begins. */
        void begin(String what);

        Cancellation cancellation();
    }

    /** Where clips of them go. */
    record Place(Optional<Id> track, long frame, Landing landing) {
    }

    static FileImport of(List<Path> files, Look look, Steps steps) {
        List<Found> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            steps.cancellation().check();
            steps.begin(String.valueOf(file.getFileName()));
            try {
                found.add(look.into(file, steps.cancellation()));
            } catch (MediaException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new FileImport(found, problems);
    }

    /** Decides the edit on a draft that has no steps yet. */
    EditCommand command(ProjectSession session, EditDraft draft, Optional<Place> place) throws EditRefused {
        Map<Path, Id> known = known(session);
        List<Shot> shots = new ArrayList<>();
        for (Found file : files) {
            Id medium = known.get(file.path());
            if (medium == null) {
                medium = draft.make(add(file, draft.revision())).created().getFirst();
                known.put(file.path(), medium);
            }
            if (place.isPresent() && file.info().isPresent()) {
                shots.add(new Shot(medium, String.valueOf(file.path().getFileName()), file.info().get()));
            }
        }
        int added = draft.steps().size();
        if (place.isPresent()) {
            new Shots(shots).put(draft, place.get().track(), place.get().frame(), place.get().landing());
        }
        if (draft.steps().isEmpty()) {
            throw new EditRefused("the project has " + (files.size() == 1 ? "this medium" : "all of these media") + " already");
        }
        return draft.command(name(added, shots.size()));
    }

    private static String name(int added, int placed) {
        return added > 0 ? "Add " + media(added) : "Place " + media(placed);
    }

    private static String media(int count) {
        return count == 1 ? "one medium" : count + " media";
    }

    private static Map<Path, Id> known(ProjectSession session) {
        Path folder = session.file().map(file -> file.toAbsolutePath().getParent()).orElse(Path.of("").toAbsolutePath());
        Map<Path, Id> known = new HashMap<>();
        for (MediaReference medium : session.project().media()) {
            if (!medium.isRemote()) {
                path(folder, medium).ifPresent(path -> known.putIfAbsent(path, medium.id()));
            }
        }
        return known;
    }

    private static Optional<Path> path(Path folder, MediaReference medium) {
        try {
            return Optional.of(folder.resolve(medium.path()).normalize());
        } catch (InvalidPathException _) {
            // It was added on another system; no file here is the same.
            return Optional.empty();
        }
    }

    private static EditCommand add(Found file, long revision) {
        EditCommand command = EditCommand.of(EditCommands.ADD_MEDIA, revision).with("path", file.path().toString());
        return file.fingerprint().isEmpty() ? command : command.with("fingerprint", file.fingerprint());
    }

    /** Says what was left out, in one sentence however many they are. */
    Optional<String> complaint() {
        return switch (problems.size()) {
        case 0 -> Optional.empty();
        case 1 -> Optional.of("Not added: " + problems.getFirst());
        default -> Optional.of(problems.size() + " files were not added; the first: " + problems.getFirst());
        };
    }
}
