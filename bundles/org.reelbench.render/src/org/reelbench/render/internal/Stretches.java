package org.reelbench.render.internal;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/** Finds the stretches of a sequence's sound. It looks a second ahead at a time, so that short clips are not looked up anew. */
final class Stretches {

    private final Sequence sequence;
    private final int sampleRateHz;
    private List<Part> ahead = List.of();
    private long aheadStart;
    private long aheadEnd;

    Stretches(Sequence sequence, int sampleRateHz) {
        this.sequence = sequence;
        this.sampleRateHz = sampleRateHz;
    }

    /** The stretch that a sample lies in; it may reach further than is told. */
    Stretch at(long sample) {
        if (sample < aheadStart || sample >= aheadEnd) {
            look(sample);
        }
        List<Part> sounding = new ArrayList<>();
        long end = aheadEnd;
        for (Part part : ahead) {
            if (part.startSample() > sample) {
                end = Math.min(end, part.startSample());
            } else if (part.endSample() > sample) {
                end = Math.min(end, part.endSample());
                sounding.add(part);
            }
        }
        return new Stretch(sample, end, List.copyOf(sounding));
    }

    private void look(long sample) {
        List<Part> found = new ArrayList<>();
        for (Track track : sequence.tracks()) {
            if (track.kind() == TrackKind.AUDIO && sequence.isPresented(track)) {
                found.addAll(SoundParts.of(track.items(), sequence.rate(), sampleRateHz, sample, sample + sampleRateHz));
            }
        }
        ahead = found;
        aheadStart = sample;
        aheadEnd = sample + sampleRateHz;
    }
}
