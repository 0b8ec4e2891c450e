package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.FLAG;
import static org.reelbench.project.ParameterType.TEXT;
import static org.reelbench.project.ParameterType.TIME;
import static org.reelbench.project.internal.edit.Operation.onProject;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.util.List;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Recorded;

/** What is told of media that are being recorded. */
final class RecordingOperations {

    /** Makes the medium that is added one that grows. */
    static final ParameterDescription RECORDING = optional("recording", TEXT, "which recording it is, while it is made");
    /** How long that one is. */
    static final ParameterDescription LENGTH = optional("length", TIME, "how long that recording is by now");

    private static final long US_PER_SECOND = 1_000_000;
    private static final RationalTime LONGEST = RationalTime.ofSeconds(366 * 24 * 60 * 60L);

    private RecordingOperations() {
    }

    static List<Operation> all() {
        return List.of(onProject(EditCommands.GROW_RECORDING,
                "Tells how long a recording is by now: clips that end where it ended grow with it, as far as there is room behind"
                        + " them. It is no step to undo, and holds for the states that undo and redo lead to as well.",
                RecordingOperations::grow, required("recording", TEXT, "which recording"),
                required("length", TIME, "how long it is"),
                optional("ended", FLAG, "whether it will not grow any more")));
    }

    private static Outcome grow(Editing editing) throws EditRefused {
        return new Outcome(growth(editing.parameters(), editing.sequence().rate()).appliedTo(editing.project()),
                "Growth of a recording", List.of());
    }

    /** Reads what is told. */
    static Growth growth(Parameters given, FrameRate rate) throws EditRefused {
        UUID recording = recording(given);
        return Growth.NONE.with(recording, length(given, rate), given.flag("ended", false));
    }

    /** Reads how far a medium is recorded that is added; null if it is not being recorded. */
    @Nullable
    static Recorded recorded(Editing editing) throws EditRefused {
        Parameters given = editing.parameters();
        if (!given.has("recording")) {
            if (given.has("length")) {
                throw given.refused("\"length\" goes with \"recording\" only");
            }
            return null;
        }
        return new Recorded(recording(given), given.has("length") ? length(given, editing.sequence().rate()) : RationalTime.ZERO);
    }

    private static UUID recording(Parameters given) throws EditRefused {
        try {
            return UUID.fromString(given.text("recording"));
        } catch (IllegalArgumentException e) {
            throw given.wrong("recording", "the id of a recording", e);
        }
    }

    private static RationalTime length(Parameters given, FrameRate rate) throws EditRefused {
        RationalTime length = given.time("length", rate);
        if (length.signum() < 0 || length.isAfter(LONGEST)) {
            throw given.wrong("length", "a time from zero to a year");
        }
        return RationalTime.of(length.ticksFloor(US_PER_SECOND), US_PER_SECOND);
    }
}
