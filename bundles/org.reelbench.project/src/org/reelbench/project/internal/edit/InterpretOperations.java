package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.ID;
import static org.reelbench.project.ParameterType.TEXT;
import static org.reelbench.project.ParameterType.WHOLE;
import static org.reelbench.project.internal.edit.Operation.onProject;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.util.List;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.internal.file.Words;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.ProxyUse;

/**
 * The edits of how media are understood: what counts in place of what they say, which numbered files one consists of, and whether
 * smaller pictures stand in for its own.
 */
final class InterpretOperations {

    private static final String AUTO = "auto";
    private static final String RATE_RULE = "a frame rate such as \"25\" or \"30000/1001\"";
    private static final String TURN_RULE = "auto, 0, 90, 180 or 270";
    private static final ParameterDescription MEDIA = required("media", ID, "the medium");

    /** The numbered files that a medium consists of; also known when it is added. */
    static final List<ParameterDescription> IMAGES = List.of(
            optional("firstImage", WHOLE, "the first number of an image sequence, whose path has a place for the number such as"
                    + " take_%04d.png; without it 0"),
            optional("imageCount", WHOLE, "how many pictures an image sequence has"),
            optional("imageRate", TEXT,
                    "how many pictures of an image sequence are shown in a second, such as 24 or 24000/1001"));

    private InterpretOperations() {
    }

    static List<Operation> all() {
        return List.of(
                onProject(EditCommands.INTERPRET_MEDIA,
                        "Says what counts in place of what a medium says about itself; auto is what it says, and what is not given"
                                + " stays.",
                        InterpretOperations::interpret, MEDIA,
                        optional("rotationDegrees", TEXT, "how far its pictures are turned clockwise: " + TURN_RULE),
                        optional("pixelAspect", TEXT, "the width of a pixel by its height: auto, or such as 16/15"),
                        optional("fieldOrder", TEXT, "which lines come first: " + Words.rule(Interpretation.FieldOrder.class)),
                        optional("color", TEXT, "what its colours are: " + Words.rule(Interpretation.Color.class)),
                        optional("range", TEXT, "which numbers are black and white: " + Words.rule(Interpretation.Range.class)),
                        optional("frameRate", TEXT, "how many of its pictures are shown in a second, the sound with it: auto, or"
                                + " such as 24"),
                        optional("alpha", TEXT,
                                "whether colours were multiplied by alpha: " + Words.rule(Interpretation.Alpha.class))),
                onProject(EditCommands.SET_PROXY,
                        "Says whether smaller pictures stand in for those of a medium in views; exports never use them.",
                        InterpretOperations::setProxy, MEDIA,
                        required("use", TEXT,
                                "when they do: " + Words.rule(ProxyUse.class) + "; auto is if the medium is heavy")),
                onProject(EditCommands.SET_IMAGE_SEQUENCE,
                        "Says which numbered files a medium consists of whose path has a place for the number; without any number"
                                + " it is one file.",
                        InterpretOperations::setImages, MEDIA, IMAGES.get(0), IMAGES.get(1), IMAGES.get(2)));
    }

    private static Outcome interpret(Editing editing) throws EditRefused {
        MediaReference before = MediaOperations.medium(editing);
        Parameters given = editing.parameters();
        Interpretation old = before.interpretation();
        Integer rotationDegrees = or(given, "rotationDegrees", old.rotationDegrees(), Integer::valueOf, TURN_RULE);
        Rational pixelAspect = or(given, "pixelAspect", old.pixelAspect(), Rational::parse, "auto or a number such as \"16/15\"");
        FrameRate frameRate = or(given, "frameRate", old.frameRate(), FrameRate::parse, "auto or " + RATE_RULE);
        Interpretation.FieldOrder fieldOrder = given.has("fieldOrder")
                ? given.word("fieldOrder", Interpretation.FieldOrder.class)
                : old.fieldOrder();
        Interpretation.Color color = given.has("color") ? given.word("color", Interpretation.Color.class) : old.color();
        Interpretation.Range range = given.has("range") ? given.word("range", Interpretation.Range.class) : old.range();
        Interpretation.Alpha alpha = given.has("alpha") ? given.word("alpha", Interpretation.Alpha.class) : old.alpha();
        try {
            Interpretation changed = new Interpretation(rotationDegrees, pixelAspect, fieldOrder, color, range, frameRate, alpha);
            return MediaOperations.outcome(editing, before, List.of(before.withInterpretation(changed)), "Interpret");
        } catch (IllegalArgumentException e) {
            throw given.refused(String.valueOf(e.getMessage()));
        }
    }

    private static <T> @Nullable T or(Parameters given, String name, @Nullable T old, Function<String, T> parser, String rule)
            throws EditRefused {
        if (!given.has(name)) {
            return old;
        }
        String text = given.text(name);
        try {
            return text.equals(AUTO) ? null : parser.apply(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw given.wrong(name, rule, e);
        }
    }

    private static Outcome setProxy(Editing editing) throws EditRefused {
        MediaReference before = MediaOperations.medium(editing);
        ProxyUse use = editing.parameters().word("use", ProxyUse.class);
        return MediaOperations.outcome(editing, before, List.of(before.withProxy(use)), "Set proxies of");
    }

    private static Outcome setImages(Editing editing) throws EditRefused {
        MediaReference before = MediaOperations.medium(editing);
        try {
            return MediaOperations.outcome(editing, before, List.of(before.withImageSequence(images(editing.parameters()))),
                    "Set images of");
        } catch (IllegalArgumentException e) {
            throw editing.parameters().refused(String.valueOf(e.getMessage()));
        }
    }

    /** Reads which numbered files are meant; null if none of the parameters is given. */
    @Nullable
    static ImageSequence images(Parameters given) throws EditRefused {
        if (IMAGES.stream().noneMatch(parameter -> given.has(parameter.name()))) {
            return null;
        }
        long firstNumber = given.has("firstImage") ? given.whole("firstImage", 0, ImageSequence.MAX_NUMBER) : 0;
        long count = given.whole("imageCount", 1, ImageSequence.MAX_NUMBER);
        String rate = given.text("imageRate");
        try {
            return new ImageSequence(firstNumber, count, FrameRate.parse(rate));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new EditRefused(given.wrong("imageRate", RATE_RULE).getMessage(), e);
        }
    }
}
