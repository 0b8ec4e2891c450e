package org.reelbench.render.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/**
 * Cuts a sequence's sound into pieces in each of which the same voices sound from its first sample to its last. Where a razor cut
 * parts two clips that go on with each other is no border.
 * <p>
 * Pieces lie on a grid of two seconds that is anchored in the content of the lowest voice, so that moving a clip moves its pieces
 * along: a piece between two lines of the grid is as long wherever it lies, and so is what its samples are made of.
 */
final class SoundPieces {

    private static final int CELL_SECONDS = 2;

    private final Sequence sequence;
    private final int sampleRateHz;
    private final long cellSamples;

    SoundPieces(Sequence sequence, int sampleRateHz) {
        this.sequence = sequence;
        this.sampleRateHz = sampleRateHz;
        this.cellSamples = (long) CELL_SECONDS * sampleRateHz;
    }

    /**
     * What sounds from one sample up to another.
     *
     * @param startSample the first sample in the sequence
     * @param endSample the sample after the last
     * @param voices what sounds, in the order it is added up
     */
    record Piece(long startSample, long endSample, List<Slot> voices) {
    }

    /**
     * One voice of a piece: clips that go on with each other.
     *
     * @param parts their parts in order, which together sound all the time
     */
    record Slot(List<Part> parts) {

        Part first() {
            return parts.getFirst();
        }
    }

    /** How long a piece is at most. */
    long cellSamples() {
        return cellSamples;
    }

    /** Finds the piece around a sample. */
    Piece at(long sample) {
        return around(sample, sample - cellSamples, sample + cellSamples, true);
    }

    /** Finds what sounds from a sample on, up to where something begins or ends, and at most to another sample. */
    Piece from(long sample, long endSample) {
        return around(sample, sample, endSample, false);
    }

    private Piece around(long sample, long lowest, long highest, boolean onGrid) {
        List<Part> parts = parts(lowest, highest);
        List<Part> sounding = soundingAt(parts, sample);
        long start = lowest;
        long end = highest;
        if (onGrid) {
            long anchor = sounding.isEmpty() ? 0 : anchor(sounding.getFirst());
            long cell = Math.floorDiv(sample - anchor, cellSamples);
            start = anchor + cell * cellSamples;
            end = start + cellSamples;
        }
        for (long border : borders(parts, start, end)) {
            if (border > sample) {
                end = border;
                break;
            }
            start = border;
        }
        start = Math.max(0, start);
        List<Slot> slots = new ArrayList<>();
        for (Part part : sounding) {
            slots.add(slot(part, parts, start, end));
        }
        return new Piece(start, end, slots);
    }

    private long anchor(Part part) {
        return Playing.of(part.voice().source(), sequence.rate(), sampleRateHz).anchor();
    }

    /** The places at which not all that sounds goes on, in order. */
    private static List<Long> borders(List<Part> parts, long start, long end) {
        TreeSet<Long> places = new TreeSet<>();
        for (Part part : parts) {
            places.add(part.startSample());
            places.add(part.endSample());
        }
        return places.subSet(start, false, end, false).stream()
                .filter(place -> !goOn(soundingAt(parts, place - 1), soundingAt(parts, place))).toList();
    }

    private static boolean goOn(List<Part> before, List<Part> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) != after.get(i) && !goesOn(before.get(i), after.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a clip goes on with the one before as if they had never been cut. */
    private static boolean goesOn(Part before, Part after) {
        Clip one = before.clip();
        Clip next = after.clip();
        return before.voice().equals(after.voice()) && before.steady() && after.steady() && one.sound().equals(next.sound())
                && moving(Animated.GAIN_DB, before, after) && moving(Animated.PAN, before, after);
    }

    private static boolean moving(String name, Part before, Part after) {
        Curve one = before.clip().curves().get(name);
        Curve next = after.clip().curves().get(name);
        if (one == null || next == null) {
            return one == next;
        }
        long later = after.loudness().startFrame() - before.loudness().startFrame();
        try {
            return next.shifted(later).equals(one);
        } catch (IllegalArgumentException _) {
            // Only keyframes at the end of all numbers cannot be moved; a border too many does no harm.
            return false;
        }
    }

    /** The parts of a voice that sound within a piece, one after the other. */
    private static Slot slot(Part part, List<Part> parts, long start, long end) {
        List<Part> found = new ArrayList<>(List.of(part));
        for (Part before = neighbour(part, parts, false); before != null && found.getFirst().startSample() > start;) {
            found.addFirst(before);
            before = neighbour(before, parts, false);
        }
        for (Part after = neighbour(part, parts, true); after != null && found.getLast().endSample() < end;) {
            found.addLast(after);
            after = neighbour(after, parts, true);
        }
        return new Slot(found);
    }

    private static @Nullable Part neighbour(Part part, List<Part> parts, boolean later) {
        for (Part other : parts) {
            if (later
                    ? other.startSample() == part.endSample() && goesOn(part, other)
                    : other.endSample() == part.startSample() && goesOn(other, part)) {
                return other;
            }
        }
        return null;
    }

    private static List<Part> soundingAt(List<Part> parts, long sample) {
        return parts.stream().filter(part -> part.startSample() <= sample && part.endSample() > sample).toList();
    }

    private List<Part> parts(long fromSample, long toSample) {
        List<Part> found = new ArrayList<>();
        for (Track track : sequence.tracks()) {
            if (track.kind() == TrackKind.AUDIO && sequence.isPresented(track)) {
                found.addAll(SoundParts.of(track.items(), sequence.rate(), sampleRateHz, fromSample, toSample));
            }
        }
        return found;
    }
}
