package org.reelbench.ui.inspector.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.Sequence;

/** What the inspector shows of a sequence and the project it is in. */
final class SequenceSheet {

    private static final Kind CANVAS_PX = Kind.Numbers.typed(1, 16_384, 2, 0, "px");
    private static final List<String> RATES = List.of("24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60");
    private static final List<String> SAMPLE_RATES = List.of("44100", "48000", "96000");

    private SequenceSheet() {
    }

    static Sheet of(Project project, Sequence sequence) {
        List<Property> picture = List.of(
                Property.of("widthPx", "Width", CANVAS_PX, (double) sequence.widthPx(), wanted -> form("widthPx", whole(wanted))),
                Property.of("heightPx", "Height", CANVAS_PX, (double) sequence.heightPx(),
                        wanted -> form("heightPx", whole(wanted))),
                Property.of("rate", "Frame rate", rates(text(sequence.rate())), text(sequence.rate()),
                        wanted -> form("rate", wanted)));
        String hz = String.valueOf(sequence.sampleRateHz());
        List<Property> sound = List.of(
                Property.of("sampleRateHz", "Sample rate", choices(SAMPLE_RATES, hz, SequenceSheet::kiloHertz), hz,
                        wanted -> form("sampleRateHz", Long.valueOf((String) wanted))),
                Property.of("limiter", "Limiter", Kind.Plain.FLAG, sequence.limiter(),
                        wanted -> List.of(EditCommand.of(EditCommands.SET_LIMITER, 0).with("limiter", wanted))));
        List<Property> names = List.of(
                Property.of("project", "Project", Kind.Plain.LINE, project.name(),
                        wanted -> List.of(EditCommand.of(EditCommands.RENAME_PROJECT, 0).with("name", wanted))),
                Property.of("sequence", "Sequence", Kind.Plain.LINE, sequence.name(),
                        wanted -> List.of(EditCommand.of(EditCommands.RENAME_SEQUENCE, 0).with("name", wanted))),
                Property.fixed("duration", "Duration", Timecode.of(sequence.durationFrames(), sequence.rate()).toString()));
        return new Sheet("Sequence", List.of(Section.of("Names", names), Section.of("Picture", picture),
                Section.of("Sound", sound)));
    }

    private static List<EditCommand> form(String name, Object value) {
        return List.of(EditCommand.of(EditCommands.SET_SEQUENCE_FORM, 0).with(name, value));
    }

    static long whole(Object value) {
        return Math.round((Double) value);
    }

    private static String text(FrameRate rate) {
        return rate.framesPerSecond().toString();
    }

    private static Kind rates(String now) {
        return choices(RATES, now,
                text -> String.format(Locale.ROOT, "%.5g fps", FrameRate.parse(text).framesPerSecond().toDouble())
                        .replaceFirst("\\.?0+ ", " "));
    }

    private static String kiloHertz(String hz) {
        return String.format(Locale.ROOT, "%.1f kHz", Integer.parseInt(hz) / 1000.0).replace(".0", "");
    }

    /** The usual choices, and the one that is made if it is none of them. */
    private static Kind choices(List<String> usual, String now, UnaryOperator<String> label) {
        List<String> values = new ArrayList<>(usual);
        if (!values.contains(now)) {
            values.add(now);
        }
        return new Kind.Choices(values, values.stream().map(label).toList());
    }
}
