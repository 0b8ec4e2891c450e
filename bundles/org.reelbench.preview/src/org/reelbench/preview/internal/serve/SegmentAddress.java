package org.reelbench.preview.internal.serve;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentPlace;

/**
 * What the address of a segment says: which bytes, and from when on they are said to last. Nothing else decides what is sent, so
 * the answer never changes.
 *
 * @param id the segment's id
 * @param startTicks when it begins, in ticks of its track
 */
record SegmentAddress(String id, long startTicks) {

    private static final Pattern FORM = Pattern.compile("segments/([a-z0-9-]{1,200})/(\\d{1,18})\\.m4s");

    /** A fragment's number has 32 bits, none of them for a sign, and is not 0. */
    private static final long NUMBERS = 0xFFFF_FFFFL;

    static SegmentAddress of(PreviewSegment segment) {
        return new SegmentAddress(segment.id(), segment.startTicks());
    }

    /** Reads an address relative to the sequence's; empty if it is of something else. */
    static Optional<SegmentAddress> read(String path) {
        Matcher matcher = FORM.matcher(path);
        return matcher.matches()
                ? Optional.of(new SegmentAddress(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** The address relative to the sequence's. */
    String path() {
        return "segments/" + id + "/" + startTicks + ".m4s";
    }

    /** Where the bytes are said to lie. As every fragment lasts a tick or longer, numbers grow from one segment to the next. */
    SegmentPlace place() {
        return new SegmentPlace(startTicks, 1 + startTicks % NUMBERS);
    }
}
