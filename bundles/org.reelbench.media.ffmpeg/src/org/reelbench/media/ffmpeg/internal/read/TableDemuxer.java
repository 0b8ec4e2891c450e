package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.samples.DamagedCopyException;
import org.reelbench.media.ffmpeg.internal.samples.SampleTable;
import org.reelbench.media.ffmpeg.internal.samples.TableHead;
import org.reelbench.media.ffmpeg.internal.samples.Unit;

/**
 * The packets of one track of a long MP4 file. FFmpeg never sees the index of the file, which it would write out in memory from
 * end to end, but excerpts of it, each a small MP4 file of some hundred samples; the table says which samples those are and when
 * they are shown. So what reading costs follows what is read, not how long the file is.
 */
final class TableDemuxer implements PacketSource {

    private static final int EXCERPT_UNITS = 512;
    private static final int EXCERPT_PIECES = 64;

    private final AttendedBytes bytes;
    private final long mediumBytes;
    private final Healing healing;
    private SampleTable table;
    private @Nullable Demuxer excerpt;
    private boolean atStart;
    private int excerptFirst;
    private int excerptEnd;
    private int cursor;

    /** Makes a table anew that was found damaged. */
    @FunctionalInterface
    interface Healing {

        SampleTable renewed(SampleTable damaged, Cancellation cancellation) throws MediaException;
    }

    /**
     * Takes over a table.
     *
     * @param bytes the medium
     * @param mediumBytes how long it is
     * @param table the table
     * @param healing makes it anew
     */
    TableDemuxer(AttendedBytes bytes, long mediumBytes, SampleTable table, Healing healing) {
        this.bytes = bytes;
        this.mediumBytes = mediumBytes;
        this.table = table;
        this.healing = healing;
    }

    /** What needs the table, and is done again if the table is damaged. */
    @FunctionalInterface
    private interface Question<T> {

        T ask() throws IOException, MediaException;
    }

    private <T> T ask(Question<T> question, Cancellation cancellation) throws MediaException {
        try {
            try {
                return question.ask();
            } catch (DamagedCopyException | InternalError e) {
                // The platform throws the latter where a mapped file was cut off behind its back.
                table = healing.renewed(table, cancellation);
                return question.ask();
            }
        } catch (IOException e) {
            throw new MediaException(Reason.UNREADABLE, medium(),
                    "its bytes cannot be read (" + e.getMessage() + "); check the disk or the connection it lies on", e);
        }
    }

    @Override
    public String medium() {
        return bytes.name();
    }

    @Override
    public String container() {
        return Containers.MOV;
    }

    @Override
    public AVStream stream(int index) {
        return opened().stream(0);
    }

    private Demuxer opened() {
        Demuxer open = excerpt;
        if (open == null) {
            throw new IllegalStateException("the reader is closed, or lost its place");
        }
        return open;
    }

    @Override
    public void only(int index) {
        // there is no other stream
    }

    @Override
    public boolean read(AVPacket packet, Cancellation cancellation) throws MediaException {
        int end = table.head().endUnit();
        while (cursor < end) {
            if (cursor == excerptEnd) {
                open(cursor, cancellation);
            }
            if (opened().read(packet, cancellation)) {
                ask(() -> stamp(packet), cancellation);
                cursor += table.head().pieceBytes() > 0 ? 0 : 1;
                return true;
            }
            if (table.head().pieceBytes() == 0) {
                return false;
            }
            // FFmpeg cuts pieces of raw sound as it likes, so that only the end of the excerpt tells.
            cursor = excerptEnd;
        }
        return false;
    }

    /** Gives a packet what FFmpeg would have given it, had it seen the whole index. */
    private boolean stamp(AVPacket packet) throws IOException {
        TableHead head = table.head();
        if (head.edited() && atStart) {
            return true;
        }
        if (head.pieceBytes() > 0) {
            long shift = table.decodeTicks(excerptFirst) + head.shiftTicks();
            packet.pts(packet.pts() + shift);
            packet.dts(packet.dts() + shift);
            mark(packet, avcodec.AV_PKT_FLAG_DISCARD, head.edited() && packet.pts() - head.shiftTicks() >= head.editEnd());
            return true;
        }
        Unit unit = table.unit(cursor);
        long shown = unit.shownTicks();
        packet.pts(shown + head.shiftTicks());
        packet.dts(fedTicks(unit.decodeTicks()));
        packet.duration(table.decodeTicks(cursor + 1) - unit.decodeTicks());
        mark(packet, avcodec.AV_PKT_FLAG_KEY, unit.sync());
        mark(packet, avcodec.AV_PKT_FLAG_DISCARD, head.edited() && (shown < head.editBegin() || shown >= head.editEnd()));
        return true;
    }

    private static void mark(AVPacket packet, int flag, boolean set) {
        packet.flags(set ? packet.flags() | flag : packet.flags() & ~flag);
    }

    /** The time stamp by which a unit is fed, never after the one by which it is shown. */
    private long fedTicks(long decodeTicks) {
        return decodeTicks + table.head().shiftTicks() + Math.min(0, table.head().leastOffset());
    }

    private void open(int unit, Cancellation cancellation) throws MediaException {
        closeExcerpt();
        TableHead head = table.head();
        atStart = unit <= head.firstUnit();
        int from = Math.max(unit, head.firstUnit());
        int to = ask(() -> end(from), cancellation);
        bytes.putInFront(ask(() -> Mp4Excerpt.of(table, from, to, atStart, mediumBytes), cancellation), mediumBytes);
        Demuxer opening = Demuxer.openExcerpt(bytes, cancellation);
        excerpt = opening;
        opening.only(0);
        opening.stream(0).codecpar().video_delay(Math.max(opening.stream(0).codecpar().video_delay(), head.delay()));
        excerptFirst = from;
        cursor = from;
        excerptEnd = to;
    }

    /** Where an excerpt ends: before a sync sample, if there is one near. */
    private int end(int from) throws IOException {
        TableHead head = table.head();
        int end = from + (head.pieceBytes() > 0 ? EXCERPT_PIECES : EXCERPT_UNITS);
        if (end >= head.endUnit()) {
            return head.endUnit();
        }
        int sync = table.lastSync(end);
        return sync > from ? sync : end;
    }

    @Override
    public boolean seek(int index, long ticks, Cancellation cancellation) throws MediaException {
        TableHead head = table.head();
        open(ask(() -> {
            int found = table.lastSyncShown(ticks - head.shiftTicks());
            return found < 0 || head.edited() && table.unit(found).shownTicks() < head.editBegin()
                    ? head.firstUnit()
                    : Math.min(found, head.endUnit() - 1);
        }, cancellation), cancellation);
        return true;
    }

    @Override
    public void rewind(Cancellation cancellation) throws MediaException {
        open(table.head().firstUnit(), cancellation);
    }

    @Override
    public boolean broken() {
        Demuxer open = excerpt;
        return open == null || open.broken();
    }

    @Override
    public boolean isGap(int index, long ticks) {
        return false;
    }

    @Override
    public long knownSync(int index, long ticks) throws MediaException {
        return ask(() -> {
            int sync = table.lastSyncShown(ticks - table.head().shiftTicks());
            return sync < 0 ? Ticks.UNKNOWN : fedTicks(table.decodeTicks(sync));
        }, new Cancellation());
    }

    @Override
    public boolean isKnown(int index, long ticks) {
        return true;
    }

    private void closeExcerpt() {
        Demuxer open = excerpt;
        excerpt = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        closeExcerpt();
        table.close();
    }
}
