package org.reelbench.testcard.internal;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Canvas;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.ComposerInput.Neighbour;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectReach;
import org.reelbench.media.EffectUse;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** An effect with given values on made-up frames: composes stretches of them and hands out their bytes. */
public final class EffectRun {

    private final Composers composers;
    private final EffectDescriptor effect;
    private final EffectValues values;
    private final Canvas canvas;
    private final PictureFormat picture;
    private final Placement placement;
    private int composed;
    private int opened;

    /**
     * Prepares a run.
     *
     * @param composers a composer service in which the effect is installed
     * @param effect the effect
     * @param values its values
     * @param canvas the canvas
     * @param picture the shape of the layer's frames
     * @param placement where they lie
     */
    public EffectRun(Composers composers, EffectDescriptor effect, EffectValues values, Canvas canvas, PictureFormat picture,
            Placement placement) {
        this.composers = composers;
        this.effect = effect;
        this.values = values;
        this.canvas = canvas;
        this.picture = picture;
        this.placement = placement;
    }

    /** Returns how many frames were composed. */
    public int composed() {
        return composed;
    }

    /** Returns how many composers were opened. */
    public int opened() {
        return opened;
    }

    /**
     * Composes a stretch with a composer of its own. An effect that is fed gets what is before it, and this is thrown away.
     *
     * @param start the first frame
     * @param end the frame after the last
     * @return the bytes of each
     * @throws MediaException if the effect cannot be composed
     */
    public byte[][] frames(int start, int end) throws MediaException {
        byte[][] frames = new byte[end - start][];
        Composer composer = null;
        try {
            for (int n = fedFrom(start); n < end; n++) {
                composer = composer(composer, composition(n));
                byte[] composed = compose(composer, n);
                if (n >= start) {
                    frames[n - start] = composed;
                }
            }
        } finally {
            if (composer != null) {
                composer.close();
            }
        }
        return frames;
    }

    /** Where to begin for a frame: what looks at everything begins with the first frame there is. */
    private int fedFrom(int start) {
        EffectReach reach = effect.reach();
        if (!reach.isFed()) {
            return start;
        }
        return reach.behind() == EffectReach.UNBOUNDED ? 0 : start - Math.toIntExact(reach.behind());
    }

    private Composer composer(@Nullable Composer running, Composition wanted) throws MediaException {
        if (running != null) {
            if (running.composition().equals(wanted) || running.adjust(wanted)) {
                return running;
            }
            running.close();
        }
        opened++;
        return composers.open(wanted);
    }

    private Composition composition(int frame) {
        SortedMap<String, Object> whole = new TreeMap<>();
        values.at(frame).forEach((name, value) -> whole.put(name, value instanceof Double number
                ? (Object) effect.parameter(name).orElseThrow().nearest(number)
                : value));
        return new Composition(canvas,
                List.of(new LayerSpec(picture, placement, false, List.of(new EffectUse(effect.id(), whole)))));
    }

    private byte[] compose(Composer composer, int number) throws MediaException {
        List<Neighbour> around = around(number);
        try (MemoryFrame frame = draw(number)) {
            byte[] before = bytes(frame);
            ComposerInput input = new ComposerInput(frame, 1, time(number), null, around);
            try (VideoFrame result = composer.compose(number, List.of(input))) {
                if (!Arrays.equals(before, bytes(frame))) {
                    throw new AssertionError("the effect " + effect.id() + " changes the layer's own frame");
                }
                composed++;
                return bytes(result);
            }
        } finally {
            around.forEach(neighbour -> neighbour.frame().close());
        }
    }

    private List<Neighbour> around(int number) {
        List<Neighbour> around = new ArrayList<>();
        EffectReach reach = effect.reach().around();
        if (reach.isBeyondItself()) {
            for (long n = number - reach.behind(); n <= number + reach.ahead(); n++) {
                around.add(new Neighbour(draw((int) n), time((int) n)));
            }
        }
        return around;
    }

    private static RationalTime time(int number) {
        return RationalTime.of(number, 25);
    }

    private MemoryFrame draw(int number) {
        MemoryFrame frame = MemoryFrame.allocate(picture, RationalTime.ZERO);
        for (int plane = 0; plane < picture.pixelFormat().planes(); plane++) {
            MemorySegment samples = frame.plane(plane);
            for (long i = 0; i < samples.byteSize(); i++) {
                samples.set(ValueLayout.JAVA_BYTE, i, (byte) (16 + (i * 7 + number * 13L + i / 128 * number) % 220));
            }
        }
        return frame;
    }

    private static byte[] bytes(VideoFrame frame) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PictureFormat format = frame.format();
        for (int plane = 0; plane < format.pixelFormat().planes(); plane++) {
            int rowBytes = format.pixelFormat().rowBytes(plane, format.widthPx());
            for (int y = 0; y < format.pixelFormat().rows(plane, format.heightPx()); y++) {
                long start = (long) y * frame.strideBytes(plane);
                bytes.writeBytes(frame.plane(plane).asSlice(start, rowBytes).toArray(ValueLayout.JAVA_BYTE));
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return picture + " at " + placement + (canvas.transparent() ? " on a transparent canvas" : "");
    }
}
