package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ffmpeg.internal.samples.Unit;

/** The samples of one track of a fragmented MP4 file, fragment after fragment. */
final class Mp4FragmentUnits implements Mp4Units {

    private static final int BASE_OFFSET = 0x1;
    private static final int DESCRIPTION = 0x2;
    private static final int DURATION = 0x8;
    private static final int SIZE = 0x10;
    private static final int FLAGS = 0x20;
    private static final int EMPTY = 0x10000;
    private static final int BASE_IS_FRAGMENT = 0x20000;
    private static final int KNOWN = BASE_OFFSET | DESCRIPTION | DURATION | SIZE | FLAGS | EMPTY | BASE_IS_FRAGMENT;

    /** A day and a half in fragments of a quarter of a second. */
    private static final int MOST_BOXES = 1_000_000;

    private final Mp4Window heads;
    private final Mp4Window inner;
    private final long track;
    private final boolean sound;
    private final int pieceBytes;
    private final Mp4FragmentRun.Defaults defaults;
    private final Deque<Mp4Box> runs = new ArrayDeque<>();

    private long at;
    private int boxes;
    private @Nullable Mp4FragmentRun run;
    private Mp4FragmentRun.Defaults partDefaults;
    private long baseBytes;
    private long nextBytes;
    private long endTicks;
    private @Nullable Unit ahead;

    /**
     * Begins.
     *
     * @param heads a window for the fragments
     * @param inner a window for what is in them
     * @param layout where the index lies
     * @param pieceBytes how long one sample of raw sound is; 0 for anything else
     */
    Mp4FragmentUnits(Mp4Window heads, Mp4Window inner, Mp4Layout layout, int pieceBytes) throws IOException, OddMp4Exception {
        this.heads = heads;
        this.inner = inner;
        this.pieceBytes = pieceBytes;
        track = layout.id();
        sound = layout.sound();
        at = layout.movie().end();
        if (inner.uint(layout.table().need(inner, "stsz").body() + 8) != 0) {
            throw new OddMp4Exception("samples both in the index and in fragments");
        }
        defaults = defaults(layout.movie().need(inner, "mvex"));
        partDefaults = defaults;
    }

    private Mp4FragmentRun.Defaults defaults(Mp4Box around) throws IOException, OddMp4Exception {
        for (Mp4Box box : around.children(inner)) {
            if (box.type().equals("trex") && inner.uint(box.body() + 4) == track && inner.uint(box.body() + 8) == 1) {
                return new Mp4FragmentRun.Defaults(inner.uint(box.body() + 12), inner.uint(box.body() + 16),
                        inner.uint(box.body() + 20));
            }
        }
        throw new OddMp4Exception("no defaults of the track, or another description");
    }

    @Override
    public @Nullable Unit next() throws IOException, OddMp4Exception {
        Unit unit = ahead == null ? read() : ahead;
        ahead = null;
        if (unit == null || pieceBytes == 0) {
            return unit;
        }
        // Raw sound often tells of each of its samples: what lies together is one piece.
        Unit joined = unit;
        for (Unit following = read(); following != null; following = read()) {
            if (following.offsetBytes() != joined.offsetBytes() + joined.sizeBytes()
                    || following.decodeTicks() != joined.decodeTicks() + joined.samples()
                    || joined.samples() + following.samples() > PIECE_SAMPLES) {
                ahead = following;
                break;
            }
            joined = new Unit(joined.offsetBytes(), joined.sizeBytes() + following.sizeBytes(), joined.decodeTicks(), 0,
                    joined.samples() + following.samples(), true);
        }
        return joined;
    }

    private @Nullable Unit read() throws IOException, OddMp4Exception {
        while (true) {
            Mp4FragmentRun reading = run;
            if (reading != null && reading.hasNext()) {
                Unit unit = reading.next(pieceBytes);
                endTicks = reading.decodeTicks();
                nextBytes = reading.nextBytes();
                return unit;
            }
            if (!runs.isEmpty()) {
                run = new Mp4FragmentRun(inner, runs.removeFirst(), partDefaults, sound, baseBytes, nextBytes, endTicks);
            } else if (!findFragment()) {
                return null;
            }
        }
    }

    private boolean findFragment() throws IOException, OddMp4Exception {
        while (at + Long.BYTES <= heads.sizeBytes()) {
            Mp4Box box = Mp4Box.at(heads, at, heads.sizeBytes());
            at = box.end();
            if (++boxes > MOST_BOXES) {
                throw new OddMp4Exception("more fragments than any film has");
            }
            if (box.type().equals("moof")) {
                part(box);
                return true;
            }
            if (box.type().equals("moov")) {
                throw new OddMp4Exception("more than one index");
            }
        }
        return false;
    }

    private void part(Mp4Box fragment) throws IOException, OddMp4Exception {
        boolean first = true;
        boolean found = false;
        for (Mp4Box box : fragment.children(inner)) {
            if (box.type().equals("traf")) {
                Mp4Box header = box.need(inner, "tfhd");
                if (inner.uint(header.body() + 4) == track) {
                    if (found) {
                        throw new OddMp4Exception("two parts of one track in a fragment");
                    }
                    found = true;
                    part(fragment, box, header, first);
                }
                first = false;
            }
        }
    }

    private void part(Mp4Box fragment, Mp4Box part, Mp4Box header, boolean first) throws IOException, OddMp4Exception {
        int flags = (int) inner.uint(header.body()) & 0xFFFFFF;
        if ((flags & ~KNOWN) != 0 || (flags & (BASE_OFFSET | BASE_IS_FRAGMENT)) == 0 && !first) {
            throw new OddMp4Exception("a fragment of flags " + Integer.toHexString(flags));
        }
        long field = header.body() + 8;
        baseBytes = fragment.at();
        if ((flags & BASE_OFFSET) != 0) {
            baseBytes = inner.number(field);
            field += Long.BYTES;
        }
        if ((flags & DESCRIPTION) != 0) {
            if (inner.uint(field) != 1) {
                throw new OddMp4Exception("samples of another description");
            }
            field += Integer.BYTES;
        }
        long ticks = (flags & DURATION) == 0 ? defaults.ticks() : inner.uint(field);
        field += (flags & DURATION) == 0 ? 0 : Integer.BYTES;
        long bytes = (flags & SIZE) == 0 ? defaults.bytes() : inner.uint(field);
        field += (flags & SIZE) == 0 ? 0 : Integer.BYTES;
        partDefaults = new Mp4FragmentRun.Defaults(ticks, bytes, (flags & FLAGS) == 0 ? defaults.flags() : inner.uint(field));
        List<Mp4Box> children = part.children(inner);
        Optional<Mp4Box> time = Mp4Box.only(children, "tfdt");
        if (time.isEmpty()) {
            throw new OddMp4Exception("a fragment that does not say when it begins");
        }
        long begin = time.get().body();
        long decodeTicks = inner.uint(begin) >>> 24 == 1 ? inner.number(begin + 4) : inner.uint(begin + 4);
        if (decodeTicks < endTicks) {
            throw new OddMp4Exception("a fragment that begins before the last one ends");
        }
        endTicks = decodeTicks;
        nextBytes = -1;
        children.stream().filter(box -> box.type().equals("trun")).forEach(runs::addLast);
    }

    @Override
    public long endTicks() {
        return endTicks;
    }
}
