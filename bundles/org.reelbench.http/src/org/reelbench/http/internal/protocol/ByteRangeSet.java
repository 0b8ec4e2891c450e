package org.reelbench.http.internal.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@code Range} field asks of a representation of known length (RFC 9110 §14.1.2, §14.2): the whole of it, because the
 * field is absent, not understood or not worth honouring; certain ranges; or nothing that is there.
 */
public final class ByteRangeSet {

    /** More separate parts than this cost a client nothing to ask for and us much to send: the whole is sent instead. */
    public static final int MAX_RANGES = 32;

    private static final String UNIT = "bytes=";
    private static final ByteRangeSet WHOLE = new ByteRangeSet(List.of(), false);
    private static final ByteRangeSet NOTHING = new ByteRangeSet(List.of(), true);

    private final List<ByteRange> ranges;
    private final boolean unsatisfiable;

    private ByteRangeSet(List<ByteRange> ranges, boolean unsatisfiable) {
        this.ranges = List.copyOf(ranges);
        this.unsatisfiable = unsatisfiable;
    }

    /** The set that asks for everything. */
    public static ByteRangeSet whole() {
        return WHOLE;
    }

    /**
     * Reads a field.
     *
     * @param fields the values of all {@code Range} fields of the request; the grammar allows one
     * @param lengthBytes the length of the representation, 0 or more
     */
    public static ByteRangeSet of(List<String> fields, long lengthBytes) {
        if (fields.size() != 1) {
            return WHOLE;
        }
        String field = fields.getFirst().strip();
        if (!field.regionMatches(true, 0, UNIT, 0, UNIT.length())) {
            return WHOLE;
        }
        List<ByteRange> found = new ArrayList<>();
        boolean any = false;
        boolean emptySuffix = false;
        for (String element : field.substring(UNIT.length()).split(",", -1)) {
            String spec = stripBlanks(element);
            if (spec.isEmpty()) {
                continue;
            }
            RangeSpec range = RangeSpec.parse(spec);
            if (range == null) {
                return WHOLE;
            }
            any = true;
            emptySuffix |= range.isSuffix() && range.last() > 0 && lengthBytes == 0;
            range.addTo(found, lengthBytes);
        }
        if (!any || emptySuffix) {
            // A suffix of an empty representation is satisfiable, but no Content-Range can say "no byte" (§14.1.2, §14.4).
            return WHOLE;
        }
        if (found.isEmpty()) {
            return NOTHING;
        }
        List<ByteRange> merged = coalesce(found);
        return merged.size() > MAX_RANGES ? WHOLE : new ByteRangeSet(merged, false);
    }

    /** The grammar's OWS: spaces and tabs, no other white space. */
    private static String stripBlanks(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** Joins what overlaps or touches, at the place of the first of them, so that no byte is ever sent twice (§15.3.7.2). */
    private static List<ByteRange> coalesce(List<ByteRange> asked) {
        List<ByteRange> ascending = new ArrayList<>(asked);
        ascending.sort((a, b) -> Long.compare(a.firstByte(), b.firstByte()));
        List<ByteRange> joined = new ArrayList<>();
        for (ByteRange range : ascending) {
            if (!joined.isEmpty() && joined.getLast().touches(range)) {
                joined.set(joined.size() - 1, joined.getLast().union(range));
            } else {
                joined.add(range);
            }
        }
        if (joined.size() == 1 || joined.size() > MAX_RANGES) {
            return joined;
        }
        List<ByteRange> inOrder = new ArrayList<>();
        for (ByteRange range : asked) {
            ByteRange whole = joined.stream().filter(range::touches).findFirst().orElseThrow();
            if (!inOrder.contains(whole)) {
                inOrder.add(whole);
            }
        }
        return inOrder;
    }

    /** Whether the whole representation is to be sent, with status 200. */
    public boolean isWhole() {
        return ranges.isEmpty() && !unsatisfiable;
    }

    /** Whether nothing that was asked for is there: status 416. */
    public boolean isUnsatisfiable() {
        return unsatisfiable;
    }

    /** The ranges to send: none, or 1 to {@link #MAX_RANGES} that neither overlap nor touch, in the order asked for. */
    public List<ByteRange> ranges() {
        return ranges;
    }
}
