package org.reelbench.encoding.internal;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPreset.VideoChoice;
import org.reelbench.media.Encoders;
import org.reelbench.timeline.Sequence;

/** Goes down a preset's ways to encode pictures until one works, and keeps why those before it did not. */
final class VideoChoices {

    private final Encoders encoders;
    private final Trials trials;
    private final List<String> notes = new ArrayList<>();

    VideoChoices(Encoders encoders, Trials trials) {
        this.encoders = encoders;
        this.trials = trials;
    }

    VideoChoice best(ExportPreset preset, Sequence sequence) throws ExportException {
        List<String> installed = encoders.names();
        List<String> hardware = encoders.hardwareNames();
        for (VideoChoice choice : preset.video()) {
            if (choice.encoder().equals(VideoChoice.COPY)
                    || (choice.hardware() ? works(choice, hardware, sequence) : installed.contains(choice.encoder()))) {
                if (!notes.isEmpty()) {
                    notes.add("encoded with " + choice.encoder());
                }
                return choice;
            }
        }
        throw new ExportException(ExportException.Reason.ENCODER, "preset '" + preset.name() + "' needs one of "
                + preset.video().stream().map(VideoChoice::encoder).toList() + ", none is installed; choose another preset",
                null);
    }

    private boolean works(VideoChoice choice, List<String> hardware, Sequence sequence) {
        String trouble = hardware.contains(choice.encoder())
                ? trials.trouble(EncodingPlan.video(choice, sequence))
                : "the natives do not have it";
        if (!trouble.isEmpty()) {
            notes.add(choice.encoder() + " was not used: " + trouble);
        }
        return trouble.isEmpty();
    }

    /** Why better ways were not taken, as far as people expect them: devices come and go, libraries do not. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}
