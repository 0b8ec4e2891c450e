package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.FLAG;
import static org.reelbench.project.ParameterType.FRAMES;
import static org.reelbench.project.ParameterType.ID;
import static org.reelbench.project.ParameterType.TEXT;
import static org.reelbench.project.internal.edit.Operation.onSequence;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.util.List;

import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.internal.file.Words;
import org.reelbench.timeline.BlendMode;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipValues;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Sequence;

/**
 * The edits of how clips are treated that no keyframes can animate: blend mode, fades, channels, pitch.
 */
final class TreatmentOperations {

    private static final ParameterDescription CLIP = required("clip", ID, "the clip");

    private TreatmentOperations() {
    }

    static List<Operation> all() {
        return List.of(
                onSequence(EditCommands.SET_BLEND, "Sets how the picture of a clip is put together with what lies below it.",
                        TreatmentOperations::blend, CLIP, required("blend", TEXT, Words.rule(BlendMode.class))),
                onSequence(EditCommands.SET_FADES,
                        "Sets how long a clip fades in at its start and out at its end, picture and sound; what is not given"
                                + " stays.",
                        TreatmentOperations::fades, CLIP,
                        optional("fadeInFrames", FRAMES, "how long it fades in; 0 for not at all"),
                        optional("fadeOutFrames", FRAMES, "how long it fades out; 0 for not at all")),
                onSequence(EditCommands.SET_CHANNELS, "Sets which of the recorded channels of a clip are heard.",
                        TreatmentOperations::channels, CLIP,
                        required("channels", TEXT, "all, as recorded; left or right, on both sides; mono, the mean of both; or"
                                + " one or two channel numbers counted from 1, such as 3,4 for left and right")),
                onSequence(EditCommands.SET_KEEP_PITCH,
                        "Sets whether a clip that runs faster or slower sounds as high as it was recorded.",
                        TreatmentOperations::keepPitch, CLIP,
                        required("keepPitch", FLAG, "false lets it sound higher or lower with its speed")));
    }

    private static Outcome blend(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        BlendMode blend = editing.parameters().word("blend", BlendMode.class);
        Sequence after = ClipValues.setBlend(editing.sequence(), clip.id(), blend);
        return editing.outcome(after, "Set blend mode of " + Editing.shown(clip) + " to " + Words.of(blend));
    }

    private static Outcome fades(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        Parameters given = editing.parameters();
        Fades old = clip.fades();
        Fades fades = new Fades(given.has("fadeInFrames") ? editing.frames("fadeInFrames", 0) : old.inFrames(),
                given.has("fadeOutFrames") ? editing.frames("fadeOutFrames", 0) : old.outFrames());
        Sequence after = ClipValues.setFades(editing.sequence(), clip.id(), fades);
        return editing.outcome(after, fades.equals(Fades.NONE)
                ? "Remove fades of " + Editing.shown(clip)
                : "Fade " + Editing.shown(clip) + " in for " + fades.inFrames() + " and out for " + fades.outFrames()
                        + " frames");
    }

    private static Outcome channels(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        String text = editing.parameters().text("channels");
        try {
            ChannelChoice channels = ChannelChoice.parse(text);
            Sequence after = ClipValues.setChannels(editing.sequence(), clip.id(), channels);
            return editing.outcome(after, "Set channels of " + Editing.shown(clip) + " to " + channels.text());
        } catch (IllegalArgumentException e) {
            throw editing.parameters().wrong("channels", "all, left, right, mono or one or two numbers such as \"3,4\"", e);
        }
    }

    private static Outcome keepPitch(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        boolean keepPitch = editing.parameters().flag("keepPitch", true);
        Sequence after = ClipValues.setKeepPitch(editing.sequence(), clip.id(), keepPitch);
        return editing.outcome(after, (keepPitch ? "Keep pitch of " : "Let pitch follow speed in ") + Editing.shown(clip));
    }
}
