package org.reelbench.render.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/** Finds the parts of a track's clips that sound within a range of samples. */
final class SoundParts {

    private final TrackItems items;
    private final FrameRate rate;
    private final int sampleRateHz;
    private final List<Part> parts = new ArrayList<>();

    private SoundParts(TrackItems items, FrameRate rate, int sampleRateHz) {
        this.items = items;
        this.rate = rate;
        this.sampleRateHz = sampleRateHz;
    }

    static List<Part> of(TrackItems items, FrameRate rate, int sampleRateHz, long firstSample, long endSample) {
        SoundParts found = new SoundParts(items, rate, sampleRateHz);
        var located = items.locate(Math.max(0, frameOf(firstSample, rate, sampleRateHz)));
        if (located.isEmpty()) {
            return List.of();
        }
        // A dissolve lets the clip before sound into this one, and the clip after begin early.
        int index = Math.max(0, located.get().index() - 2);
        long start = items.startOf(index);
        for (; index < items.size(); index++) {
            Item item = items.get(index);
            if (item instanceof Clip clip) {
                found.add(clip, index, start);
                Transition lead = found.transition(index - 1);
                if (found.sample(start - (lead == null ? 0 : lead.inOffsetFrames())) >= endSample) {
                    break;
                }
            }
            start += item.durationFrames();
        }
        return found.parts.stream().filter(p -> p.startSample() < endSample && p.endSample() > firstSample).toList();
    }

    /** The frame that a sample belongs to: borders between frames are rounded to a sample, half a sample up. */
    static long frameOf(long sample, FrameRate rate, int sampleRateHz) {
        Rational endOfSample = Rational.of(2 * sample + 1, 2L * sampleRateHz);
        return endOfSample.times(rate.framesPerSecond()).ceil() - 1;
    }

    /** Adds the clip's body, and its share of the dissolves at its two ends. */
    private void add(Clip clip, int index, long start) {
        long end = start + clip.durationFrames();
        Voice voice = Voice.of(clip, start, rate);
        if (!voice.effects().isEmpty()) {
            voice = voice.heardFrom(runStart(voice, index, start));
        }
        Transition lead = transition(index - 1);
        Transition tail = transition(index + 1);
        long bodyStart = start;
        if (lead != null) {
            bodyStart = start + lead.outOffsetFrames();
            add(clip, start, voice, start - lead.inOffsetFrames(), bodyStart, 0, 1);
        }
        long bodyEnd = tail == null ? end : end - tail.inOffsetFrames();
        add(clip, start, voice, bodyStart, bodyEnd, 1, 1);
        if (tail != null) {
            add(clip, start, voice, bodyEnd, end + tail.outOffsetFrames(), 1, 0);
        }
    }

    private void add(Clip clip, long clipStart, Voice voice, long startFrame, long endFrame, double weightAtStart,
            double weightAtEnd) {
        long from = sample(startFrame);
        long to = sample(endFrame);
        if (from < to && Playing.isAudible(voice.source().speed())) {
            long anchor = Playing.of(voice.source(), rate, sampleRateHz).anchor();
            Loudness loudness = new Loudness(clip, clipStart, anchor, FramesOfSamples.of(rate, sampleRateHz));
            parts.add(new Part(clip, voice, from, to, loudness, weightAtStart, weightAtEnd));
        }
    }

    /** Where a voice is first heard: clips that go on with each other are one run of sound. */
    private long runStart(Voice voice, int index, long start) {
        int first = index;
        long runStart = start;
        while (first > 0 && items.get(first - 1) instanceof Clip before
                && Voice.of(before, runStart - before.durationFrames(), rate).equals(voice)) {
            first--;
            runStart -= before.durationFrames();
        }
        Transition lead = transition(first - 1);
        return sample(runStart - (lead == null ? 0 : lead.inOffsetFrames()));
    }

    private @Nullable Transition transition(int index) {
        return index >= 0 && index < items.size() && items.get(index) instanceof Transition transition ? transition : null;
    }

    private long sample(long frame) {
        return rate.timeOf(frame).ticksRound(sampleRateHz);
    }
}
