package org.reelbench.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reelbench.project.internal.edit.CommandTexts;
import org.reelbench.project.internal.edit.NamedSequence;
import org.reelbench.project.internal.edit.Operations;
import org.reelbench.project.internal.edit.UnitOperations;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;

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
    /** Puts a new clip in and moves away what follows. */
    public static final String INSERT = "insert";
    /** Puts a new clip in place of what lies there. */
    public static final String OVERWRITE = "overwrite";
    /** Puts a new clip on a track that shows something computed. */
    public static final String GENERATE = "generate";
    /** Cuts a clip in two. */
    public static final String SPLIT = "split";
    /** Moves the start of a clip. */
    public static final String TRIM_START = "trimStart";
    /** Moves the end of a clip. */
    public static final String TRIM_END = "trimEnd";
    /** Trims the start of a clip and moves what follows. */
    public static final String RIPPLE_TRIM_START = "rippleTrimStart";
    /** Moves the end of a clip and what follows. */
    public static final String RIPPLE_TRIM_END = "rippleTrimEnd";
    /** Moves the cut between two clips. */
    public static final String ROLL = "roll";
    /** Shows another piece of the source in a clip. */
    public static final String SLIP = "slip";
    /** Moves a clip between its neighbours, which make up for it. */
    public static final String SLIDE = "slide";
    /** Takes away what lies on a range and leaves a gap. */
    public static final String LIFT = "lift";
    /** Takes away a range and moves up what follows. */
    public static final String EXTRACT = "extract";
    /** Puts copies of clips on tracks. */
    public static final String PASTE = "paste";
    /** Puts clips on other frames. */
    public static final String MOVE = "move";
    /** Takes clips away and leaves gaps. */
    public static final String DELETE = "delete";
    /** Takes clips away and moves up what follows. */
    public static final String RIPPLE_DELETE = "rippleDelete";
    /** Sets how fast a clip runs. */
    public static final String SET_SPEED = "setSpeed";
    /** Turns a clip round. */
    public static final String REVERSE = "reverse";
    /** Stops a clip at a frame for a while. */
    public static final String FREEZE = "freeze";
    /** Links the picture and the sounds of a shot. */
    public static final String LINK = "link";
    /** Takes the links of clips off. */
    public static final String UNLINK = "unlink";
    /** Makes clips a group. */
    public static final String GROUP = "group";
    /** Dissolves the groups of clips. */
    public static final String UNGROUP = "ungroup";
    /** Dissolves from a clip to the next. */
    public static final String DISSOLVE = "dissolve";
    /** Changes how far a transition reaches. */
    public static final String TRIM_TRANSITION = "trimTransition";
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
    /** Puts a track below or above others. */
    public static final String MOVE_TRACK = "moveTrack";
    /** Gives a track another name. */
    public static final String RENAME_TRACK = "renameTrack";
    /** Makes a track solo. */
    public static final String SOLO_TRACK = "soloTrack";
    /** Makes a track one like all others again. */
    public static final String UNSOLO_TRACK = "unsoloTrack";
    /** Locks a track. */
    public static final String LOCK_TRACK = "lockTrack";
    /** Opens a locked track again. */
    public static final String UNLOCK_TRACK = "unlockTrack";
    /** Places the picture of a clip on the canvas. */
    public static final String SET_TRANSFORM = "setTransform";
    /** Sets how much a clip covers what lies below. */
    public static final String SET_OPACITY = "setOpacity";
    /** Sets how loud a clip is. */
    public static final String SET_GAIN = "setGain";
    /** Sets where the sound of a clip lies between left and right. */
    public static final String SET_PAN = "setPan";
    /** Gives a clip another name. */
    public static final String RENAME_CLIP = "renameClip";
    /** Lets a clip show something else. */
    public static final String SET_CONTENT = "setContent";
    /** Sets all effects of a clip. */
    public static final String SET_EFFECTS = "setEffects";
    /** Sets how a clip's picture is put together with what lies below it. */
    public static final String SET_BLEND = "setBlend";
    /** Sets how long a clip fades in and out. */
    public static final String SET_FADES = "setFades";
    /** Sets which of the recorded channels of a clip are heard. */
    public static final String SET_CHANNELS = "setChannels";
    /** Sets whether a clip keeps its pitch at other speeds. */
    public static final String SET_KEEP_PITCH = "setKeepPitch";
    /** Sets a value at a frame of a clip. */
    public static final String SET_KEYFRAME = "setKeyframe";
    /** Takes a keyframe away. */
    public static final String REMOVE_KEYFRAME = "removeKeyframe";
    /** Moves a keyframe. */
    public static final String MOVE_KEYFRAME = "moveKeyframe";
    /** Animates a value by all its keyframes at once. */
    public static final String SET_CURVE = "setCurve";
    /** Makes a value the same at all frames of a clip. */
    public static final String SET_CONSTANT = "setConstant";
    /** Switches an effect of a clip on or off. */
    public static final String SET_EFFECT_ENABLED = "setEffectEnabled";
    /** Marks a frame. */
    public static final String ADD_MARKER = "addMarker";
    /** Changes a marker. */
    public static final String CHANGE_MARKER = "changeMarker";
    /** Takes a marker away. */
    public static final String REMOVE_MARKER = "removeMarker";
    /** Marks a range. */
    public static final String SET_IN_OUT = "setInOut";
    /** Takes the mark of the range off. */
    public static final String CLEAR_IN_OUT = "clearInOut";
    /** Makes clips a sequence of their own. */
    public static final String NEST = "nest";
    /** Puts the clips of a sequence in place of the clip that shows it. */
    public static final String FLATTEN = "flatten";
    /** Adds a sequence. */
    public static final String ADD_SEQUENCE = "addSequence";
    /** Takes a sequence out of the project. */
    public static final String REMOVE_SEQUENCE = "removeSequence";
    /** Gives a sequence another name. */
    public static final String RENAME_SEQUENCE = "renameSequence";
    /** Changes the canvas, the rate or the sound of a sequence. */
    public static final String SET_SEQUENCE_FORM = "setSequenceForm";
    /** Gives a sequence a limiter at its output, or takes it off. */
    public static final String SET_LIMITER = "setLimiter";
    /** Makes a sequence the main one. */
    public static final String SET_MAIN_SEQUENCE = "setMainSequence";
    /** Gives the project another name. */
    public static final String RENAME_PROJECT = "renameProject";
    /** Adds a media file to the project. */
    public static final String ADD_MEDIA = "addMedia";
    /** Tells where the file of a medium is now. */
    public static final String RELINK_MEDIA = "relinkMedia";
    /** Takes a medium that no clip uses out of the project. */
    public static final String REMOVE_MEDIA = "removeMedia";
    /** Notes what identifies the content of a medium. */
    public static final String SET_FINGERPRINT = "setFingerprint";
    /** Says what counts in place of what a medium says about itself. */
    public static final String INTERPRET_MEDIA = "interpretMedia";
    /** Says whether smaller pictures stand in for those of a medium. */
    public static final String SET_PROXY = "setProxy";
    /** Says which numbered files a medium consists of. */
    public static final String SET_IMAGE_SEQUENCE = "setImageSequence";
    /** Puts a medium into a folder of the media bin. */
    public static final String SET_BIN = "setBin";
    /** Tells how long a recording is by now; no step to undo. */
    public static final String GROW_RECORDING = "growRecording";
    /** Makes several edits as one. */
    public static final String UNIT = "unit";

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

    /**
     * Makes one command of several: a unit. Each is made on what the one before has left; if one is refused, none is made. A unit is
     * one change with one name, one step to undo and one record in the journal, so that after a crash there is all of it or nothing.
     *
     * @param name what the edits do together, for people: the label of the change
     * @param commands the edits in order; their revisions are not looked at
     * @param revision the revision all of them were decided on
     * @return the command, of the name {@link #UNIT}
     * @throws IllegalArgumentException if units are nested too deep
     */
    public static EditCommand unit(String name, List<EditCommand> commands, long revision) {
        return UnitOperations.of(name, commands, revision);
    }

    /**
     * Says which sequence a command means, if it is one that may name a sequence and names none: without that it means the main one.
     * In a unit this is said in each of its edits.
     *
     * @param command the command
     * @param sequence the id of the sequence
     * @return the command with its parameter {@code sequence}, or as it was
     */
    public static EditCommand inSequence(EditCommand command, Id sequence) {
        return NamedSequence.in(command, sequence);
    }

    /**
     * Returns the commands that a unit is made of.
     *
     * @param unit a command of the name {@link #UNIT}
     * @return its steps in order, each of the unit's revision
     * @throws EditRefused if it is no unit, or what it holds are no commands
     */
    public static List<EditCommand> steps(EditCommand unit) throws EditRefused {
        return UnitOperations.steps(unit);
    }
}
