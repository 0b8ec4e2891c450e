package org.reelbench.project.internal.file;

import java.io.IOException;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.ProjectFormatException;
import org.reelbench.project.internal.json.JsonPrinter;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.Recorded;

/**
 * How a medium is interpreted and which images it consists of, as members of the medium; what is as the medium says is left out.
 */
final class MediaText {

    private MediaText() {
    }

    static Interpretation interpretation(Fields fields) throws ProjectFormatException {
        Integer rotationDegrees = fields.has("rotationDegrees") ? fields.wholeInt("rotationDegrees", 0) : null;
        Rational pixelAspect = fields.has("pixelAspect")
                ? fields.parsed("pixelAspect", "the width of a pixel by its height, such as \"16/15\"", Rational::parse)
                : null;
        Interpretation.FieldOrder fieldOrder = fields.word("fieldOrder", Interpretation.FieldOrder.class,
                Interpretation.FieldOrder.AUTO);
        Interpretation.Color color = fields.word("color", Interpretation.Color.class, Interpretation.Color.AUTO);
        Interpretation.Range range = fields.word("range", Interpretation.Range.class, Interpretation.Range.AUTO);
        FrameRate frameRate = fields.has("frameRate") ? rate(fields, "frameRate") : null;
        Interpretation.Alpha alpha = fields.word("alpha", Interpretation.Alpha.class, Interpretation.Alpha.AUTO);
        return fields.build(() -> new Interpretation(rotationDegrees, pixelAspect, fieldOrder, color, range, frameRate, alpha));
    }

    @Nullable
    static ImageSequence images(Fields fields) throws ProjectFormatException {
        if (!fields.has("firstImage") && !fields.has("imageCount") && !fields.has("imageRate")) {
            return null;
        }
        long firstNumber = fields.has("firstImage") ? fields.whole("firstImage", 0, ImageSequence.MAX_NUMBER) : 0;
        long count = fields.whole("imageCount", 1, ImageSequence.MAX_NUMBER);
        FrameRate frameRate = rate(fields, "imageRate");
        return fields.build(() -> new ImageSequence(firstNumber, count, frameRate));
    }

    @Nullable
    static Recorded recorded(Fields fields) throws ProjectFormatException {
        if (!fields.has("recording")) {
            return null;
        }
        UUID recording = fields.parsed("recording", "the id of a recording", UUID::fromString);
        RationalTime length = fields.parsed("recordedLength", "a time such as \"2s\" or \"1001/30000s\"", RationalTime::parse);
        return fields.build(() -> new Recorded(recording, length));
    }

    private static FrameRate rate(Fields fields, String name) throws ProjectFormatException {
        return fields.parsed(name, "a frame rate such as \"25\" or \"30000/1001\"", FrameRate::parse);
    }

    static void write(JsonPrinter out, Members members, Interpretation interpretation) throws IOException {
        Integer rotationDegrees = interpretation.rotationDegrees();
        if (rotationDegrees != null) {
            out.name("rotationDegrees").whole(rotationDegrees);
        }
        Rational pixelAspect = interpretation.pixelAspect();
        if (pixelAspect != null) {
            out.name("pixelAspect").text(pixelAspect.toString());
        }
        members.optional("fieldOrder", interpretation.fieldOrder(), Interpretation.FieldOrder.AUTO);
        members.optional("color", interpretation.color(), Interpretation.Color.AUTO);
        members.optional("range", interpretation.range(), Interpretation.Range.AUTO);
        FrameRate frameRate = interpretation.frameRate();
        if (frameRate != null) {
            out.name("frameRate").text(frameRate.toString());
        }
        members.optional("alpha", interpretation.alpha(), Interpretation.Alpha.AUTO);
    }

    static void write(JsonPrinter out, @Nullable ImageSequence images) throws IOException {
        if (images != null) {
            if (images.firstNumber() != 0) {
                out.name("firstImage").whole(images.firstNumber());
            }
            out.name("imageCount").whole(images.count());
            out.name("imageRate").text(images.frameRate().toString());
        }
    }

    static void write(JsonPrinter out, @Nullable Recorded recorded) throws IOException {
        if (recorded != null) {
            out.name("recording").text(recorded.recording().toString());
            out.name("recordedLength").text(recorded.length().toString());
        }
    }
}
