package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;

/**
 * Looks through the index of an MP4 or MOV file before FFmpeg does. A few bytes there can stand for thousands of millions of
 * samples, which FFmpeg writes out one by one with no look at the clock; and it counts through as many for each fragment of a
 * track with a negative number.
 */
final class Mp4Index {

    private static final Set<String> PARENTS = Set.of("moov", "trak", "mdia", "minf", "stbl", "edts", "mvex", "udta", "meta",
            "hoov");
    private static final int MAX_OUTER_BOXES = 1000;
    private static final int MAX_BOXES = 100_000;
    private static final int MAX_DEPTH = 12;
    private static final int HEADER_BYTES = 8;
    private static final int LONG_HEADER_BYTES = 16;

    private final Mp4Window window;
    private final String medium;
    private Mp4Track track = new Mp4Track();
    private final List<EditGaps> gaps = new ArrayList<>();
    private long samples;
    private long movieTicksPerSecond;
    private boolean fragmented;
    private int boxes;

    private Mp4Index(Mp4Window window, String medium) {
        this.window = window;
        this.medium = medium;
    }

    /**
     * Looks through the index.
     *
     * @param source the bytes of an MP4 or MOV file
     * @param cancellation asks to stop
     * @return what was found
     * @throws MediaException {@link Reason#DAMAGED} if it asks for more than any honest file
     */
    static Mp4Index check(AttendedBytes source, Cancellation cancellation) throws MediaException {
        try {
            Mp4Index index = new Mp4Index(new Mp4Window(source, cancellation), source.name());
            index.fragmented |= !index.findMovie();
            return index;
        } catch (IOException e) {
            throw new MediaException(Reason.UNREADABLE, source.name(),
                    "its bytes cannot be read (" + e.getMessage() + "); check the disk or the connection it lies on", e);
        }
    }

    /** Whether samples may follow in fragments. */
    boolean isFragmented() {
        return fragmented;
    }

    /** Where the edit list of a track shows nothing in between; FFmpeg makes a stream of each track, in their order. */
    EditGaps gaps(int stream) {
        return stream < gaps.size() ? gaps.get(stream) : EditGaps.NONE;
    }

    private boolean findMovie() throws IOException, MediaException {
        long at = 0;
        for (int box = 0; box < MAX_OUTER_BOXES && at >= 0 && at < window.sizeBytes(); box++) {
            String type = window.type(at + Integer.BYTES);
            long end = end(at, window.sizeBytes());
            if (type.equals("moov")) {
                inside(at, end, 0);
                return true;
            }
            at = end;
        }
        return false;
    }

    private long end(long at, long limit) throws IOException {
        long length = window.uint(at);
        if (length == 1) {
            length = window.number(at + HEADER_BYTES);
        }
        long end = at + length;
        return length < HEADER_BYTES || end < at || end > limit ? limit : end;
    }

    private void inside(long at, long end, int depth) throws IOException, MediaException {
        long child = at + (window.uint(at) == 1 ? LONG_HEADER_BYTES : HEADER_BYTES);
        while (child + HEADER_BYTES <= end) {
            if (++boxes > MAX_BOXES) {
                throw tooMuch("boxes");
            }
            long childEnd = end(child, end);
            String type = window.type(child + Integer.BYTES);
            long body = child + (window.uint(child) == 1 ? LONG_HEADER_BYTES : HEADER_BYTES);
            if (type.equals("trak")) {
                track = new Mp4Track();
            }
            if (PARENTS.contains(type) && depth < MAX_DEPTH) {
                fragmented |= type.equals("mvex");
                inside(child, childEnd, depth + 1);
            } else {
                look(type, body, childEnd);
            }
            if (type.equals("trak")) {
                samples += track.entries(movieTicksPerSecond);
                gaps.add(track.gaps(movieTicksPerSecond));
                if (samples > Limits.INDEX_SAMPLES || samples < 0) {
                    throw tooMuch("samples");
                }
            }
            child = childEnd;
        }
    }

    private void look(String type, long body, long end) throws IOException, MediaException {
        switch (type) {
        case "cmov" -> throw new MediaException(Reason.UNSUPPORTED, medium,
                "its index is compressed, as old programs did; write it anew with any current one");
        case "mvhd" -> movieTicksPerSecond = window.uint(body + (version(body) == 1 ? 20 : 12));
        case "tkhd" -> {
            if (window.uint(body + (version(body) == 1 ? 20 : 12)) > Integer.MAX_VALUE) {
                throw tooMuch("tracks");
            }
        }
        default -> track.look(type, window, body, end);
        }
    }

    private long version(long body) throws IOException {
        return window.uint(body) >>> 24;
    }

    private MediaException tooMuch(String what) {
        return new MediaException(Reason.DAMAGED, medium,
                "its index tells of more " + what + " than any film has; copy it again from where it came");
    }
}
