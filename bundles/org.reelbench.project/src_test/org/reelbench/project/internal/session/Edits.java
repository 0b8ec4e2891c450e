package org.reelbench.project.internal.session;

import java.util.List;
import java.util.Random;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/** A small film, and edits of it, units among them, that are never refused and always change something. */
final class Edits {

    private Edits() {
    }

    static Project film() {
        Sequence sequence = new Sequence(new Id("s1"), "Main", FrameRate.of(25, 1), 1280, 720, 48_000,
                List.of(Track.of(new Id("v1"), "V1", TrackKind.VIDEO)), Extras.NONE);
        return Project.of("Film", sequence);
    }

    /** One edit, or now and then several as one. */
    static EditCommand next(Random random, ProjectSession session) throws EditRefused {
        EditDraft draft = EditDraft.of(session);
        // A unit of edits that come to nothing would be none.
        for (int left = random.nextInt(3) == 0 ? 2 + random.nextInt(4) : 1; left > 0
                || draft.project().equals(session.project()); left--) {
            draft.make(next(random, draft));
        }
        return draft.command("Unit " + random.nextInt(1000));
    }

    private static EditCommand next(Random random, EditDraft draft) {
        long revision = draft.revision();
        Track track = draft.project().mainSequence().tracks().getFirst();
        EditCommand command = EditCommand.of(EditCommands.APPEND, revision).with("track", "v1")
                .with("generator", "color").with("name", "c" + random.nextInt(1000)).with("durationFrames", 100);
        if (track.items().isEmpty()) {
            return command;
        }
        Item item = track.items().get(random.nextInt(track.items().size()));
        String clip = item instanceof Clip found ? found.id().value() : "";
        return switch (random.nextInt(track.items().size() > 30 ? 3 : 6)) {
        case 0 -> EditCommand.of(EditCommands.SET_GAIN, revision).with("clip", clip)
                .with("gainDb", -random.nextDouble() * 20);
        case 1 -> EditCommand.of(EditCommands.RIPPLE_DELETE, revision).with("clip", clip);
        case 2 -> EditCommand.of(EditCommands.ADD_MEDIA, revision).with("path",
                "/media/" + revision + "-" + draft.steps().size() + "-" + random.nextInt(1_000_000) + ".mp4");
        case 3 -> EditCommand.of(track.hidden() ? EditCommands.SHOW_TRACK : EditCommands.HIDE_TRACK, revision)
                .with("track", "v1");
        default -> command;
        };
    }
}
