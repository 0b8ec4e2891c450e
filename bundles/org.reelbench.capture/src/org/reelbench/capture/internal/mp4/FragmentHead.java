package org.reelbench.capture.internal.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What the head of a fragment says; only heads as {@link FragmentBuilder} writes them are understood.
 *
 * @param runs the samples of each track, in the order in which they lie
 */
record FragmentHead(List<Run> runs) {

    static final int MOVIE_FRAGMENT = code("moof");
    static final int MEDIA_DATA = code("mdat");
    static final int HEAD_BYTES = 8;
    static final int SYNC_FLAGS = 0x0200_0000;
    static final int OTHER_FLAGS = 0x0101_0000;
    private static final int TRACK_FRAGMENT = code("traf");
    private static final int TRACK_HEAD = code("tfhd");
    private static final int TRACK_TIME = code("tfdt");
    private static final int TRACK_RUN = code("trun");
    private static final int SAMPLE_BYTES = 12;

    /**
     * The samples of one track.
     *
     * @param track the track's number
     * @param decodeTicks when the first is decoded
     * @param offset where the first lies, counted from the fragment's start
     * @param durations how long each lasts, in ticks
     * @param sizes how many bytes each has
     * @param syncs whether decoding can begin at each
     */
    record Run(int track, long decodeTicks, int offset, int[] durations, int[] sizes, boolean[] syncs) {

        long bytes() {
            long sum = 0;
            for (int size : sizes) {
                sum += size;
            }
            return sum;
        }
    }

    static int code(String type) {
        return type.charAt(0) << 24 | type.charAt(1) << 16 | type.charAt(2) << 8 | type.charAt(3);
    }

    /**
     * Reads a head.
     *
     * @param moof the whole box
     * @return what it says
     * @throws IllegalArgumentException if it is no head of ours
     */
    static FragmentHead parse(ByteBuffer moof) {
        List<Run> runs = new ArrayList<>();
        for (ByteBuffer traf : children(moof.duplicate().position(HEAD_BYTES), TRACK_FRAGMENT)) {
            runs.add(run(one(traf, TRACK_HEAD), one(traf, TRACK_TIME), one(traf, TRACK_RUN)));
        }
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a fragment without samples");
        }
        return new FragmentHead(runs);
    }

    private static Run run(ByteBuffer head, ByteBuffer time, ByteBuffer samples) {
        int track = head.getInt(4);
        long decodeTicks = time.getLong(4);
        int count = samples.getInt(4);
        int offset = samples.getInt(8);
        if (count <= 0 || samples.remaining() != SAMPLE_BYTES + (long) count * SAMPLE_BYTES) {
            throw new IllegalArgumentException("a fragment whose samples do not add up");
        }
        int[] durations = new int[count];
        int[] sizes = new int[count];
        boolean[] syncs = new boolean[count];
        samples.position(SAMPLE_BYTES);
        for (int i = 0; i < count; i++) {
            durations[i] = samples.getInt();
            sizes[i] = samples.getInt();
            syncs[i] = samples.getInt() == SYNC_FLAGS;
            if (durations[i] < 0 || sizes[i] <= 0) {
                throw new IllegalArgumentException("a fragment with impossible samples");
            }
        }
        return new Run(track, decodeTicks, offset, durations, sizes, syncs);
    }

    private static ByteBuffer one(ByteBuffer parent, int type) {
        List<ByteBuffer> found = children(parent, type);
        if (found.size() != 1) {
            throw new IllegalArgumentException("a fragment of another make");
        }
        return found.getFirst();
    }

    /** Returns the bodies of the children of a type; the buffer stands behind its own head. */
    static List<ByteBuffer> children(ByteBuffer parent, int type) {
        List<ByteBuffer> found = new ArrayList<>();
        ByteBuffer rest = parent.slice();
        while (rest.remaining() >= HEAD_BYTES) {
            int size = rest.getInt(rest.position());
            if (size < HEAD_BYTES || size > rest.remaining()) {
                throw new IllegalArgumentException("a box that is longer than what it lies in");
            }
            if (rest.getInt(rest.position() + 4) == type) {
                found.add(rest.slice(rest.position() + HEAD_BYTES, size - HEAD_BYTES));
            }
            rest.position(rest.position() + size);
        }
        return found;
    }
}
