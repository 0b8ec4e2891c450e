package org.reelbench.ui.bin.internal;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

import org.reelbench.media.MediaException;
import org.reelbench.project.EditCommand;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;

/** Projects with media, and an editor that notes what it is asked to do. */
final class BinFilm {

    private BinFilm() {
    }

    static MediaReference medium(String id, String path, String fingerprint) {
        return new MediaReference(new Id(id), path.substring(path.lastIndexOf('/') + 1), path, fingerprint, Extras.NONE);
    }

    static Clip film(String id, String medium) {
        return Clip.of(new Id(id), id, new MediaStream(new Id(medium), 0), RationalTime.ZERO, 10);
    }

    static Clip still(String id, String medium) {
        return Clip.of(new Id(id), id, new Still(new Id(medium)), RationalTime.ZERO, 10);
    }

    static Track track(String id, Clip... clips) {
        return Track.of(new Id(id), id, TrackKind.VIDEO).withItems(TrackItems.of(List.of(clips)));
    }

    static Project project(List<MediaReference> media, Track... tracks) {
        Sequence sequence = new Sequence(new Id("s"), "Main", FrameRate.of(25, 1), 320, 180, 48_000, List.of(tracks),
                Extras.NONE);
        return new Project("Film", media, List.of(sequence), sequence.id(), Extras.NONE);
    }

    /** A project none of whose files is there. */
    static OpenProject missing(Project project) {
        ProjectSession session = (ProjectSession) Proxy.newProxyInstance(BinFilm.class.getClassLoader(),
                new Class<?>[] { ProjectSession.class }, (_, method, _) -> switch (method.getName()) {
                case "project" -> project;
                default -> throw new UnsupportedOperationException(method.getName());
                });
        return new OpenProject(session, media -> {
            throw new MediaException(MediaException.Reason.MISSING, media.value(), "the file is not there");
        });
    }

    /** What an editor was asked to do. */
    static final class Asked {

        final List<String> told = new ArrayList<>();
        final List<EditCommand> commands = new ArrayList<>();
        final Editor editor = (Editor) Proxy.newProxyInstance(BinFilm.class.getClassLoader(), new Class<?>[] { Editor.class },
                (_, method, arguments) -> {
                    switch (method.getName()) {
                    case "tell" -> told.add(String.valueOf(arguments[0]));
                    case "executeNext" -> commands.add(decided((LongFunction<?>) arguments[0]));
                    default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });

        private static EditCommand decided(LongFunction<?> decide) {
            return Optional.of(decide.apply(7)).map(EditCommand.class::cast).orElseThrow();
        }
    }
}
