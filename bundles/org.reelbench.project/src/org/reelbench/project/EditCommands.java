package org.reelbench.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reelbench.project.internal.edit.CommandTexts;
import org.reelbench.project.internal.edit.Operations;
import org.reelbench.timeline.EditRefused;

/**
 * The edits there are: their names here, their parameters in {@link #descriptions()}, from which help pages are made and by which
 * every command is checked.
 * <p>
 * Without state, safe for every thread. All edits that work on a sequence take an optional {@code sequence}; clips, tracks,
 * transitions and media are named by their ids.
 */
public final class EditCommands {

    /** Puts a new clip at the end of a track. */
    public static final String APPEND = "append";
    /** Puts a new clip on free frames of a track. */
    public static final String PLACE = "place";
    /** Cuts a clip in two. */
    public static final String SPLIT = "split";
    /** Moves the start of a clip. */
    public static final String TRIM_START = "trimStart";
    /** Moves the end of a clip. */
    public static final String TRIM_END = "trimEnd";
    /** Puts a clip on other free frames. */
    public static final String MOVE = "move";
    /** Takes a clip away and leaves a gap. */
    public static final String DELETE = "delete";
    /** Takes a clip away and moves up what follows. */
    public static final String RIPPLE_DELETE = "rippleDelete";
    /** Dissolves from a clip to the next. */
    public static final String DISSOLVE = "dissolve";
    /** Makes a transition a cut again. */
    public static final String REMOVE_TRANSITION = "removeTransition";
    /** Hides a track. */
    public static final String HIDE_TRACK = "hideTrack";
    /** Shows a hidden track. */
    public static final String SHOW_TRACK = "showTrack";
    /** Mutes a track. */
    public static final String MUTE_TRACK = "muteTrack";
    /** Lets a muted track be heard. */
    public static final String UNMUTE_TRACK = "unmuteTrack";
    /** Adds an empty track. */
    public static final String ADD_TRACK = "addTrack";
    /** Takes a track away. */
    public static final String REMOVE_TRACK = "removeTrack";
    /** Places the picture of a clip on the canvas. */
    public static final String SET_TRANSFORM = "setTransform";
    /** Sets how much a clip covers what lies below. */
    public static final String SET_OPACITY = "setOpacity";
    /** Sets how loud a clip is. */
    public static final String SET_GAIN = "setGain";
    /** Sets all effects of a clip. */
    public static final String SET_EFFECTS = "setEffects";
    /** Adds a media file to the project. */
    public static final String ADD_MEDIA = "addMedia";
    /** Tells where the file of a medium is now. */
    public static final String RELINK_MEDIA = "relinkMedia";
    /** Takes a medium that no clip uses out of the project. */
    public static final String REMOVE_MEDIA = "removeMedia";
    /** Notes what identifies the content of a medium. */
    public static final String SET_FINGERPRINT = "setFingerprint";

    private EditCommands() {
    }

    /**
     * Describes all edits.
     *
     * @return a description of each, in the order of help pages
     */
    public static List<CommandDescription> descriptions() {
        return Operations.descriptions();
    }

    /**
     * Describes an edit.
     *
     * @param name its name
     * @return the description, or empty if there is no such edit
     */
    public static Optional<CommandDescription> describe(String name) {
        return descriptions().stream().filter(description -> description.name().equals(name)).findFirst();
    }

    /**
     * Makes a command of parameters that are all texts, as a command line has them: each is read as the type its description
     * tells, lists and objects as JSON.
     *
     * @param name its name
     * @param texts the parameters
     * @param revision the revision the edit was decided on
     * @return the command
     * @throws EditRefused if there is no such edit or parameter, or a text is not of the parameter's type
     */
    public static EditCommand ofTexts(String name, Map<String, String> texts, long revision) throws EditRefused {
        return CommandTexts.ofTexts(name, texts, revision);
    }

    /**
     * Makes a command of a line of a script: {@code NAME key=value …}, such as {@code split track=2 at=4.5s}.
     * <p>
     * Names of commands and parameters are written as they are or with hyphens ({@code ripple-delete}); instead of a parameter's name
     * its {@linkplain ParameterDescription#shortName() short name} will do. A value with blanks stands in quotes, lists and objects
     * are JSON, and a list of ids is also {@code c1,c2}. Tracks are named by their ids or by numbers: {@code 2}, {@code track:2} and
     * {@code video:2} are the second video track from the bottom, {@code audio:2} is the second audio track. Frames are written as
     * {@link org.reelbench.time.FrameRate#parseFrame} reads them. A word that begins with # begins a comment. A line that begins
     * with a brace is the {@linkplain EditCommand#ofJson JSON form} of a command, of which the revision is not looked at.
     *
     * @param line the line
     * @param project the state on which the edit is decided
     * @param revision the revision of that state
     * @return the command, or empty for a blank line or a mere comment
     * @throws EditRefused if the line cannot be read, there is no such edit or parameter, or a value is not of the parameter's type
     */
    public static Optional<EditCommand> ofLine(String line, Project project, long revision) throws EditRefused {
        return CommandTexts.ofLine(line, project, revision);
    }
}
