package org.reelbench.render.internal;

import java.util.Optional;

import org.reelbench.media.Alpha;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Primaries;
import org.reelbench.media.ColorDescription.Transfer;
import org.reelbench.media.Fields;
import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Interpretation;

/**
 * How the pictures of a content are shown: what the medium says, unless the project says otherwise. Decoders deliver pictures as
 * coded; a phone held upright only says how they are to be turned.
 *
 * @param turnDegrees how far they are turned clockwise: 0, 90, 180 or 270
 * @param pixelAspect the width of a pixel as coded divided by its height
 * @param fields which of them are deinterlaced
 * @param color what the project says their colours are
 * @param range what the project says their range is
 * @param alpha whether their colours were multiplied by alpha
 */
public record Shown(int turnDegrees, double pixelAspect, Fields fields, Interpretation.Color color, Interpretation.Range range,
        Alpha alpha) {

    /** The lines of a field where 50 are shown in a second; a film has one or two of them. */
    private static final int LINES_OF_625 = 288;

    /** As they are: drawn pictures, and those of nested sequences. */
    public static final Shown PLAIN = new Shown(0, 1, Fields.AS_FLAGGED, Interpretation.Color.AUTO, Interpretation.Range.AUTO,
            Alpha.AS_FLAGGED);

    /**
     * Finds out how a content is shown.
     *
     * @param content the content
     * @param catalog the media
     * @return how
     * @throws MediaException if its medium cannot be found
     */
    public static Shown of(Content content, MediaCatalog catalog) throws MediaException {
        Optional<Medium> medium = PictureStreams.medium(content, catalog);
        Optional<VideoStreamInfo> stream = medium.flatMap(found -> PictureStreams.find(content, found));
        return stream.isEmpty() ? PLAIN : of(stream.get(), medium.get().interpretation());
    }

    /**
     * Finds out how a stream is shown.
     *
     * @param said what the medium says
     * @param instead what the project says in place of it
     * @return how
     */
    public static Shown of(VideoStreamInfo said, Interpretation instead) {
        Integer rotation = instead.rotationDegrees();
        Rational aspect = instead.pixelAspect();
        return new Shown(rotation == null ? said.rotationDegrees() : rotation,
                (aspect == null ? said.pixelAspect() : aspect).toDouble(), fields(instead.fieldOrder()), instead.color(),
                instead.range(), alpha(instead.alpha()));
    }

    private static Alpha alpha(Interpretation.Alpha alpha) {
        return switch (alpha) {
        case AUTO -> Alpha.AS_FLAGGED;
        case STRAIGHT -> Alpha.STRAIGHT;
        case PREMULTIPLIED -> Alpha.PREMULTIPLIED;
        };
    }

    private static Fields fields(Interpretation.FieldOrder order) {
        return switch (order) {
        case AUTO -> Fields.AS_FLAGGED;
        case PROGRESSIVE -> Fields.NONE;
        case TOP_FIRST -> Fields.TOP_FIRST;
        case BOTTOM_FIRST -> Fields.BOTTOM_FIRST;
        };
    }

    /** Returns how what comes out of effects is shown: its fields and colours are ours. */
    Shown treated() {
        return new Shown(turnDegrees, pixelAspect, Fields.NONE, Interpretation.Color.AUTO, Interpretation.Range.AUTO,
                Alpha.AS_FLAGGED);
    }

    /**
     * Returns a picture's shape with the colours the project says it has.
     *
     * @param picture the shape as decoded
     * @return the shape; that of red, green and blue stays what it is
     */
    public PictureFormat colored(PictureFormat picture) {
        ColorDescription said = picture.color();
        if (said.matrix() == Matrix.RGB) {
            return picture;
        }
        ColorDescription.Range numbers = switch (range) {
        case AUTO -> said.range();
        case LIMITED -> ColorDescription.Range.LIMITED;
        case FULL -> ColorDescription.Range.FULL;
        };
        ColorDescription meant = switch (color) {
        case AUTO -> new ColorDescription(said.matrix(), numbers, said.primaries(), said.transfer());
        case BT601 -> new ColorDescription(Matrix.BT601, numbers,
                picture.heightPx() % LINES_OF_625 == 0 ? Primaries.BT601_625 : Primaries.BT601_525, Transfer.SDR);
        case BT709 -> new ColorDescription(Matrix.BT709, numbers, Primaries.BT709, Transfer.SDR);
        case BT2020 -> new ColorDescription(Matrix.BT2020, numbers, Primaries.BT2020, Transfer.SDR);
        case HLG -> new ColorDescription(Matrix.BT2020, numbers, Primaries.BT2020, Transfer.HLG);
        case PQ -> new ColorDescription(Matrix.BT2020, numbers, Primaries.BT2020, Transfer.PQ);
        };
        return new PictureFormat(picture.widthPx(), picture.heightPx(), picture.pixelFormat(), picture.nativeFormat(), meant);
    }
}
