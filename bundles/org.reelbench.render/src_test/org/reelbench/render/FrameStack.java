package org.reelbench.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;
import org.reelbench.timeline.Transition;

/** What is seen of one frame, found the slow way: every item of every track is looked at, frame by frame. */
public final class FrameStack {

    /** The media of {@link Sequences#catalog} that fill the canvas and hide what lies below. */
    private static final Set<Id> COVERING = Set.of(new Id("full"), new Id("other"), new Id("pic"));

    /**
     * One layer of one frame.
     *
     * @param clip the clip
     * @param start the frame the clip starts at
     * @param time the source time shown
     * @param dissolve where the dissolve begins and ends through which the clip comes in, or an empty text
     * @param weight how far it has come in
     * @param opacity its own opacity at the frame
     */
    public record Seen(Clip clip, long start, RationalTime time, String dissolve, double weight, double opacity) {

        /** Tells whether this, a frame later, goes on with the same look. */
        boolean continues(Seen before, FrameRate rate) {
            return clip.content().equals(before.clip.content()) && clip.speed().equals(before.clip.speed())
                    && clip.transform().equals(before.clip.transform()) && clip.opacity() == before.clip.opacity()
                    && shifted(clip.curves(), start).equals(shifted(before.clip.curves(), before.start))
                    && effects().equals(before.effects()) && dissolve.equals(before.dissolve)
                    && time.equals(before.time.plus(rate.frameDuration().times(clip.speed())));
        }

        /** The effects that are switched on. */
        List<AppliedEffect> effects() {
            return clip.effects().stream().filter(AppliedEffect::enabled).toList();
        }

        private static Map<String, Curve> shifted(Map<String, Curve> curves, long frames) {
            Map<String, Curve> shifted = new HashMap<>();
            curves.forEach((name, curve) -> shifted.put(name, curve.shifted(frames)));
            return shifted;
        }

        private boolean covers() {
            return dissolve.isEmpty() && clip.opacity() == 1 && fills(clip);
        }

        private static boolean fills(Clip clip) {
            Transform transform = clip.transform();
            boolean whole = switch (clip.content()) {
            case Generator _ -> true;
            case NestedSequence _ -> false;
            case MediaStream stream -> COVERING.contains(stream.media());
            case Still still -> COVERING.contains(still.media());
            };
            return whole && clip.curves().isEmpty() && clip.effects().stream().noneMatch(AppliedEffect::enabled)
                    && transform.equals(new Transform(0, 0, transform.scale(), 0, Transform.IDENTITY.crop()))
                    && transform.scale() >= 1;
        }
    }

    private FrameStack() {
    }

    /** The layers of a frame that contribute to it, bottom first. */
    public static List<Seen> at(Sequence sequence, long frame) {
        List<Seen> stack = new ArrayList<>();
        boolean solo = sequence.tracks().stream().anyMatch(track -> track.kind() == TrackKind.VIDEO && track.solo());
        for (Track track : sequence.tracks()) {
            if (track.kind() == TrackKind.VIDEO && !track.hidden() && (track.solo() || !solo)) {
                for (Seen seen : of(track, frame, sequence.rate())) {
                    if (seen.covers()) {
                        stack.clear();
                    }
                    if (seen.clip().opacity() != 0 || seen.clip().curves().containsKey("opacity")) {
                        stack.add(seen);
                    }
                }
            }
        }
        return stack;
    }

    private static List<Seen> of(Track track, long frame, FrameRate rate) {
        List<Item> items = track.items().toList();
        List<Seen> seen = new ArrayList<>();
        long start = 0;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            long end = start + item.durationFrames();
            if (item instanceof Clip clip) {
                Transition lead = i > 0 && items.get(i - 1) instanceof Transition before ? before : null;
                Transition tail = i + 1 < items.size() && items.get(i + 1) instanceof Transition after ? after : null;
                long from = lead == null ? start : start - lead.inOffsetFrames();
                long to = tail == null ? end : end + tail.outOffsetFrames();
                if (frame >= from && frame < to) {
                    seen.add(seen(clip, start, frame, lead, tail == null || frame < end - tail.inOffsetFrames() ? null : tail,
                            tail == null ? clip : (Clip) items.get(i + 2), rate));
                }
            }
            start = end;
        }
        return seen;
    }

    private static Seen seen(Clip clip, long start, long frame, @Nullable Transition lead, @Nullable Transition tail, Clip next,
            FrameRate rate) {
        RationalTime time = clip.sourceTimeAt(frame - start, rate);
        double opacity = clip.valueAt("opacity", frame - start);
        if (tail != null && !(Seen.fills(next) && next.opacity() == 1)) {
            long from = start + clip.durationFrames() - tail.inOffsetFrames();
            double risen = (2 * (frame - from) + 1) / (2.0 * tail.coveredFrames());
            double hiding = Seen.fills(next) ? next.opacity() : 0;
            return new Seen(clip, start, time, "out " + from + "+" + tail.coveredFrames() + " " + hiding,
                    (1 - risen) / (1 - hiding * risen), opacity);
        }
        if (lead == null || frame >= start + lead.outOffsetFrames()) {
            return new Seen(clip, start, time, "", 1, opacity);
        }
        long from = start - lead.inOffsetFrames();
        return new Seen(clip, start, time, from + "+" + lead.coveredFrames(),
                (2 * (frame - from) + 1) / (2.0 * lead.coveredFrames()), opacity);
    }
}
