package org.reelbench.encoding.internal.segment;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.encoding.internal.segment.Boxes.Box;
import org.reelbench.media.EncodedPacket;

/** The encoded pictures of a segment, for a film they are copied into. */
public final class SegmentPackets {

    private SegmentPackets() {
    }

    /**
     * Takes a segment apart.
     *
     * @param body the segment as it is kept, without its init segment
     * @param firstFrame the frame of the film that its first picture is
     * @return a packet for each picture, in ticks of one frame
     * @throws DamagedSegment if it is no segment of pictures
     */
    public static List<EncodedPacket> of(byte[] body, long firstFrame) throws DamagedSegment {
        List<EncodedPacket> packets = new ArrayList<>();
        List<Box> boxes = Boxes.in(body, 0, body.length);
        ByteBuffer buffer = ByteBuffer.wrap(body);
        MemorySegment bytes = MemorySegment.ofArray(body);
        try {
            for (int i = 0; i + 1 < boxes.size(); i += 2) {
                Box track = Boxes.child(body, boxes.get(i), "traf");
                Box data = boxes.get(i + 1);
                int[] at = { data.body() };
                Fragment.each(buffer, Boxes.child(body, track, "tfhd"), Boxes.child(body, track, "trun"), (_, size, sync) -> {
                    long frame = firstFrame + packets.size();
                    packets.add(new EncodedPacket(frame, frame, 1, sync, 0, bytes.asSlice(at[0], size)));
                    at[0] += size;
                });
                if (at[0] != data.end()) {
                    throw new DamagedSegment("its pictures do not fill it");
                }
            }
        } catch (IndexOutOfBoundsException e) {
            throw new DamagedSegment("a fragment's head is cut short", e);
        }
        return packets;
    }
}
