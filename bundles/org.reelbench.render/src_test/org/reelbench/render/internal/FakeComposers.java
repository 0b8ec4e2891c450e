package org.reelbench.render.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectReach;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.LayerSpec.Motion;
import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** Composers whose pictures say what went in, and which insist on what the interface asks of their callers. */
final class FakeComposers implements Composers {

    static final long HELD_BYTES = 1 << 20;
    private static final int LONGEST = 1000;

    final Leases composed = new Leases();
    private final List<EffectDescriptor> installed = new ArrayList<>();
    private final List<Composition> opened = new ArrayList<>();
    private final List<List<Placement>> placed = new ArrayList<>();
    private int open;
    private @Nullable MediaException failure;

    /** From now on nothing is composed. */
    void failWith(MediaException reason) {
        failure = reason;
    }

    /** What was opened so far. */
    List<Composition> opened() {
        return opened;
    }

    /** Where the layers of each frame lay. */
    List<List<Placement>> placed() {
        return placed;
    }

    /** How many composers are open. */
    int open() {
        return open;
    }

    @Override
    public Composer open(Composition composition) {
        opened.add(composition);
        open++;
        return new FakeComposer(composition);
    }

    /** Installs an effect, which does nothing. */
    void install(EffectDescriptor effect) {
        installed.add(effect);
    }

    @Override
    public List<EffectDescriptor> effects() {
        return List.copyOf(installed);
    }

    /** What the picture of a layer says of it. */
    static String layer(String picture, double opacity, RationalTime time) {
        return String.format(Locale.ROOT, "%s*%.6f@%s", picture, opacity, time);
    }

    private final class FakeComposer implements Composer {

        private final Deque<String> remembered = new ArrayDeque<>();
        private Composition composition;
        private boolean closed;

        FakeComposer(Composition composition) {
            this.composition = composition;
        }

        @Override
        public Composition composition() {
            return composition;
        }

        @Override
        public VideoFrame compose(long frame, List<ComposerInput> inputs) throws MediaException {
            MediaException failed = failure;
            if (failed != null) {
                throw failed;
            }
            if (closed || inputs.size() != composition.layers().size()) {
                throw new AssertionError(inputs.size() + " inputs for " + composition + (closed ? ", which is closed" : ""));
            }
            List<String> layers = new ArrayList<>();
            List<Placement> places = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++) {
                ComposerInput input = inputs.get(i);
                LayerSpec layer = composition.layers().get(i);
                if (!fits(input.frame().format(), layer.input()) || !layer.translucent() && input.opacity() != 1) {
                    throw new AssertionError(input + " does not fit " + layer);
                }
                Placement moving = input.placement();
                if ((moving != null) != (layer.motion() == Motion.PLACE)) {
                    throw new AssertionError(input + " does not fit " + layer);
                }
                places.add(moving == null ? layer.placement() : moving);
                if (input.around().stream().anyMatch(near -> !near.frame().format().equals(input.frame().format()))) {
                    throw new AssertionError("frames of other shapes around " + input);
                }
                String around = String.join(" ", input.around().stream()
                        .map(near -> CountedFrame.text(near.frame()) + "@" + near.sourceTime()).toList());
                layers.add(layer(CountedFrame.text(input.frame()), input.opacity(), input.sourceTime())
                        + (around.isEmpty() ? "" : " in [" + around + "]") + remembered(input, layer));
            }
            placed.add(places);
            return CountedFrame.of(shortened(String.join(" ", layers)), composition.canvas().picture(),
                    composition.canvas().rate().timeOf(frame), composed);
        }

        /** Samples are few: a long text is told by its hash. */
        private static String shortened(String text) {
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST / 10) + " hash " + text.hashCode();
        }

        /** What an effect that is fed remembers: how much of what came before, and from where on. */
        private String remembered(ComposerInput input, LayerSpec layer) {
            EffectReach fed = layer.effects().stream()
                    .map(use -> effect(use.effect()).map(EffectDescriptor::reach).orElse(EffectReach.NONE))
                    .filter(EffectReach::isFed).findFirst().orElse(EffectReach.NONE);
            if (!fed.isFed()) {
                return "";
            }
            String values = layer.effects().stream().map(use -> use.parameters().toString()).collect(Collectors.joining());
            remembered.addLast(CountedFrame.text(input.frame()) + values);
            while (remembered.size() - 1 > fed.behind()) {
                remembered.removeFirst();
            }
            return " after " + (remembered.size() - 1) + " from " + remembered.getFirst() + " hash "
                    + List.copyOf(remembered).hashCode();
        }

        @Override
        public boolean adjust(Composition other) {
            boolean fits = !remembered.isEmpty() && other.canvas().equals(composition.canvas())
                    && other.layers().getFirst().withEffects(List.of())
                            .equals(composition.layers().getFirst().withEffects(List.of()));
            composition = fits ? other : composition;
            return fits;
        }

        /** The project may know better what the colours are. */
        private static boolean fits(PictureFormat frame, PictureFormat layer) {
            return frame.equals(new PictureFormat(layer.widthPx(), layer.heightPx(), layer.pixelFormat(), layer.nativeFormat(),
                    frame.color()));
        }

        @Override
        public String graph() {
            return composition.layers().size() + " layers";
        }

        @Override
        public long heldBytes() {
            return HELD_BYTES;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open--;
            }
        }
    }
}
