package org.reelbench.project.decoration;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.timeline.Clip;

/**
 * A service that says something of what lies on tracks, where it lies: the window shows it as marks over them.
 *
 * <pre>{@code
 * @Component
 * public final class Silent implements TrackDecorator {
 *     public String name() {
 *         return "Silent clips";
 *     }
 *     public List<Decoration> decorate(TrackStretch stretch) {
 *         return stretch.clips().stream().filter(clip -> isSilent(clip.clip()))
 *                 .map(clip -> Decoration.ofClip(clip.clip(), Tone.WARNING, "Silent")).toList();
 *     }
 * }
 * }</pre>
 *
 * Called by one thread after the other, never by that of the window; may take its time, up to ten seconds, while the window shows what
 * it said before.
 * <p>
 * Without state that matters: it is asked for what is seen, a part of a track at a time, and says of a part what it says of it as a
 * part of a greater one. It is asked again when what it looks at has changed, which {@link #scope} tells, and when the properties of its
 * service are changed, which is how it says that it knows more. What it throws is logged, and nothing of it is shown.
 */
@ConsumerType
public interface TrackDecorator {

    /** No more decorations of one stretch are shown, and those that are listed later are left out. */
    int MOST = 10_000;

    /** What a decorator looks at: any change of it is a reason to ask again, and nothing else is. */
    enum Scope {
        /** The track itself: what lies on it, its name, and whether it is heard or seen. */
        TRACK,
        /** Anything in the project, such as other tracks, markers and the names of media: asked again after each edit. */
        PROJECT
    }

    /**
     * Returns what the decorations tell of.
     *
     * @return a line for people, such as {@code Silent clips}
     */
    String name();

    /**
     * Tells what the decorator looks at.
     *
     * @return the track alone, unless this is overridden
     */
    default Scope scope() {
        return Scope.TRACK;
    }

    /**
     * Says what there is to say of a part of a track. Should cost what the part holds, which {@link TrackStretch#clips} looks up, and
     * not what the track does.
     *
     * @param stretch the part; immutable
     * @return what is to be shown, in any order; those of a {@link Clip} that only touches the part, too
     */
    List<Decoration> decorate(TrackStretch stretch);
}
