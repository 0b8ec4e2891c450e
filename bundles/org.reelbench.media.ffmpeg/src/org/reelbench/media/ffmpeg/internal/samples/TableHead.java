package org.reelbench.media.ffmpeg.internal.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a table of samples says of its track as a whole.
 *
 * @param odd why the track cannot be read by a table; empty if it can, and all else is without meaning if it cannot
 * @param mediumBytes how long the medium is
 * @param pieceBytes the size of one sample of raw sound, whose units are pieces of many samples; 0 for all other tracks
 * @param firstUnit the unit reading begins with: the sync sample at or before the start of the edit
 * @param endUnit the unit after the last one shown
 * @param shiftTicks what to add to the composition time of a unit to have its time stamp
 * @param edited whether there is an edit
 * @param editBegin the composition time the edit begins at
 * @param editEnd the composition time the edit ends at
 * @param leastOffset the least distance from the decoding time of a unit to its composition time
 * @param delay behind how many pictures that are shown later a picture may be coded
 * @param edits the edit list as the file has it: length and beginning of each in turn
 * @param boxes the boxes of the file that describe the track, without its tables
 */
public record TableHead(String odd, long mediumBytes, int pieceBytes, int firstUnit, int endUnit, long shiftTicks, boolean edited,
        long editBegin,
        long editEnd, int leastOffset, int delay, List<Long> edits, List<byte[]> boxes) {

    private static final int MOST = 1 << 20;

    /** Creates the head with lists of its own. */
    public TableHead {
        edits = List.copyOf(edits);
        boxes = List.copyOf(boxes);
    }

    /**
     * The head of a track that cannot be read by a table.
     *
     * @param why why not
     * @return the head
     */
    public static TableHead odd(String why) {
        return new TableHead(why, 0, 0, 0, 0, 0, false, 0, 0, 0, 0, List.of(), List.of());
    }

    /**
     * The same head with another distance of the time stamps.
     *
     * @param ticks the distance
     * @return the head
     */
    public TableHead shifted(long ticks) {
        return new TableHead(odd, mediumBytes, pieceBytes, firstUnit, endUnit, ticks, edited, editBegin, editEnd, leastOffset,
                delay, edits,
                boxes);
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(odd);
        out.writeLong(mediumBytes);
        out.writeInt(pieceBytes);
        out.writeInt(firstUnit);
        out.writeInt(endUnit);
        out.writeLong(shiftTicks);
        out.writeBoolean(edited);
        out.writeLong(editBegin);
        out.writeLong(editEnd);
        out.writeInt(leastOffset);
        out.writeInt(delay);
        out.writeInt(edits.size());
        for (long edit : edits) {
            out.writeLong(edit);
        }
        out.writeInt(boxes.size());
        for (byte[] box : boxes) {
            out.writeInt(box.length);
            out.write(box);
        }
        return bytes.toByteArray();
    }

    static TableHead of(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        String odd = in.readUTF();
        long mediumBytes = in.readLong();
        int pieceBytes = in.readInt();
        int firstUnit = in.readInt();
        int endUnit = in.readInt();
        long shiftTicks = in.readLong();
        boolean edited = in.readBoolean();
        long editBegin = in.readLong();
        long editEnd = in.readLong();
        int leastOffset = in.readInt();
        int delay = in.readInt();
        List<Long> edits = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            edits.add(in.readLong());
        }
        List<byte[]> boxes = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            byte[] box = new byte[count(in)];
            in.readFully(box);
            boxes.add(box);
        }
        return new TableHead(odd, mediumBytes, pieceBytes, firstUnit, endUnit, shiftTicks, edited, editBegin, editEnd,
                leastOffset, delay,
                edits, boxes);
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new DamagedCopyException("a count of " + count);
        }
        return count;
    }
}
