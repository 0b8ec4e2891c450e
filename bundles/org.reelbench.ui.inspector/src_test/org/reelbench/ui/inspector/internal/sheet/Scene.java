package org.reelbench.ui.inspector.internal.sheet;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectReach;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditDraft;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/**
 * A film to look at: on V1 clip c1, which has effects, then the title c2; on A1 the sound c3. Edits are made by the same code as in the
 * program.
 */
final class Scene {

    static final Id C1 = new Id("c1");
    static final Id C2 = new Id("c2");
    static final Id C3 = new Id("c3");
    static final EffectDescriptor BLUR = new EffectDescriptor("x.blur", "3", "Blur",
            List.of(EffectParameter.number("radius", "Radius", 4, 0, 200), EffectParameter.choice("edge", "Edge",
                    List.of("mirror", "black")), EffectParameter.flag("fast", "Fast", true)));
    static final EffectDescriptor ECHO = new EffectDescriptor("x.echo", "1", "Echo", List.of(), EffectReach.NONE, Subject.SOUND);

    private Project project;

    Scene() {
        Clip first = Clip.of(C1, "Beach", new MediaStream(new Id("m1"), 0), RationalTime.ZERO, 50)
                .withEffects(List.of(new AppliedEffect("x.blur", "3", Collections.emptySortedMap(), Collections.emptySortedMap(),
                        true), new AppliedEffect("x.gone", new TreeMap<>(java.util.Map.of("depth", 2.5)))));
        Clip title = Clip.of(C2, "Title", Generator.title("Hello"), RationalTime.ZERO, 25);
        Clip sound = Clip.of(C3, "Waves", new MediaStream(new Id("m1"), 1), RationalTime.ZERO, 50);
        Track v1 = Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(first, title)));
        Track a1 = Track.of(new Id("a1"), "A1", TrackKind.AUDIO).withItems(TrackItems.of(List.of(sound)));
        Sequence sequence = new Sequence(new Id("s"), "Main", FrameRate.of(25, 1), 1920, 1080, 48_000, List.of(v1, a1),
                Extras.NONE);
        project = new Project("Film", List.of(new MediaReference(new Id("m1"), "beach.mp4", "/x/beach.mp4", "", Extras.NONE)),
                List.of(sequence), sequence.id(), Extras.NONE);
    }

    Sheet sheet(long playheadFrame, Id... clips) {
        return look(playheadFrame, Optional.empty(), clips).sheet();
    }

    LookedAt look(long playheadFrame, Optional<Id> track, Id... clips) {
        return new LookedAt(project, project.mainSequence(), Set.of(clips), track, playheadFrame, List.of(BLUR, ECHO));
    }

    Clip clip(Id id) {
        return project.mainSequence().findClip(id).orElseThrow().clip();
    }

    Sequence sequence() {
        return project.mainSequence();
    }

    Project project() {
        return project;
    }

    /** Finds a row. */
    static Property property(Sheet sheet, String key) {
        return sheet.sections().stream().flatMap(section -> section.properties().stream())
                .filter(property -> property.key().equals(key)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " in " + sheet.shape()));
    }

    /** Sets a value of clips as a hand does. */
    void set(long playheadFrame, String key, Object value, Id... clips) throws EditRefused {
        make(property(sheet(playheadFrame, clips), key).change().of(value));
    }

    void make(EditCommand... commands) throws EditRefused {
        make(Stream.of(commands).toList());
    }

    void make(List<EditCommand> commands) throws EditRefused {
        Project now = project;
        ProjectSession session = (ProjectSession) Proxy.newProxyInstance(Scene.class.getClassLoader(),
                new Class<?>[] { ProjectSession.class }, (_, method, _) -> switch (method.getName()) {
                case "revision" -> 0L;
                case "project" -> now;
                case "file" -> Optional.empty();
                default -> throw new UnsupportedOperationException(method.getName());
                });
        EditDraft draft = EditDraft.of(session);
        for (EditCommand command : commands) {
            draft.make(command);
        }
        project = draft.project();
    }
}
