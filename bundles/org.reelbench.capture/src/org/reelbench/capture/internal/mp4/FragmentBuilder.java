package org.reelbench.capture.internal.mp4;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Puts the packets of all tracks together into fragments. For every thread; a fragment is handed on by the thread whose packet
 * ended it.
 * <p>
 * Packets of one track come in order, and are decoded as they are presented: recorders use no B-frames.
 */
public final class FragmentBuilder {

    /** The first ends early, so that players begin at once. */
    private static final long FIRST_US = 200_000;
    private static final long USUAL_US = 500_000;
    /** A still screen may give no picture for long; sound does not wait for it. */
    private static final long LONGEST_US = 900_000;

    private final List<Pending> tracks;
    private final Consumer<byte[]> sink;
    private int sequence;
    private long openedUs = -1;
    private volatile long heldBytes;

    /**
     * Creates a builder.
     *
     * @param tracks the tracks, pictures first
     * @param sink takes whole fragments, {@code moof} and {@code mdat}, in order
     */
    public FragmentBuilder(List<Track> tracks, Consumer<byte[]> sink) {
        this.tracks = tracks.stream().map(Pending::new).toList();
        this.sink = sink;
    }

    /**
     * Takes a packet.
     *
     * @param track the track's place in the list
     * @param ticks when it is decoded and presented
     * @param usualTicks how long it lasts if it is the last one
     * @param sync whether decoding can begin at it
     * @param data its bytes, as files hold them
     */
    public synchronized void add(int track, long ticks, long usualTicks, boolean sync, byte[] data) {
        Pending to = tracks.get(track);
        to.lastsUntil(ticks);
        long nowUs = to.track.us(ticks);
        if (openedUs < 0) {
            openedUs = nowUs;
        }
        long openUs = nowUs - openedUs;
        if (track == 0 && openUs >= (sequence == 0 ? FIRST_US : USUAL_US) || openUs >= LONGEST_US) {
            cut(to);
            openedUs = nowUs;
        }
        to.add(ticks, usualTicks, sync, data);
        heldBytes = tracks.stream().mapToLong(each -> each.data.size()).sum();
    }

    /** Hands on what is left; nothing may be added after that. */
    public synchronized void finish() {
        cut(null);
    }

    /** Returns how many bytes wait for the end of their fragment. Never waits, as the sink may. */
    public long heldBytes() {
        return heldBytes;
    }

    /** Ends the fragment: at a packet of one track, or for good. Samples whose length is not known yet wait for the next one. */
    private void cut(@Nullable Pending by) {
        List<Part> filled = tracks.stream()
                .map(track -> new Part(track, track.samples.size() - (by == null || by == track || !track.track.video() ? 0 : 1)))
                .filter(part -> part.count > 0).toList();
        if (filled.isEmpty()) {
            return;
        }
        BoxWriter out = new BoxWriter();
        int moof = out.begin("moof");
        int head = out.begin("mfhd", 0, 0);
        out.u32(++sequence);
        out.end(head);
        List<Integer> offsetsAt = new ArrayList<>();
        for (Part part : filled) {
            offsetsAt.add(part.track.write(out, part.count));
        }
        out.end(moof);
        int mdat = out.begin("mdat");
        for (int i = 0; i < filled.size(); i++) {
            out.setU32(offsetsAt.get(i), out.size());
            filled.get(i).track.move(out, filled.get(i).count);
        }
        out.end(mdat);
        sink.accept(out.toBytes());
    }

    /** The first samples of a track, those of a fragment. */
    private record Part(Pending track, int count) {
    }

    /** One sample that waits. */
    private static final class Sample {
        private final long ticks;
        private long durationTicks;
        private final boolean sync;
        private final int size;

        Sample(long ticks, long durationTicks, boolean sync, int size) {
            this.ticks = ticks;
            this.durationTicks = durationTicks;
            this.sync = sync;
            this.size = size;
        }
    }

    /** The samples of one track that wait. */
    private static final class Pending {
        private final Track track;
        private final List<Sample> samples = new ArrayList<>();
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();

        Pending(Track track) {
            this.track = track;
        }

        void lastsUntil(long ticks) {
            if (!samples.isEmpty()) {
                Sample last = samples.getLast();
                if (ticks <= last.ticks) {
                    throw new IllegalArgumentException("time stamps rise: " + ticks + " after " + last.ticks);
                }
                last.durationTicks = ticks - last.ticks;
            }
        }

        void add(long ticks, long usualTicks, boolean sync, byte[] bytes) {
            samples.add(new Sample(ticks, usualTicks, sync, bytes.length));
            data.writeBytes(bytes);
        }

        /** Writes the track's part of the head, and returns where the offset of its data belongs. */
        int write(BoxWriter out, int count) {
            int traf = out.begin("traf");
            int head = out.begin("tfhd", 0, 0x02_0000);
            out.u32(track.id());
            out.end(head);
            int time = out.begin("tfdt", 1, 0);
            out.u64(samples.getFirst().ticks);
            out.end(time);
            int run = out.begin("trun", 0, 0x000701);
            out.u32(count);
            int offsetAt = out.size();
            out.u32(0);
            for (Sample sample : samples.subList(0, count)) {
                out.u32(sample.durationTicks).u32(sample.size);
                out.u32(sample.sync ? FragmentHead.SYNC_FLAGS : FragmentHead.OTHER_FLAGS);
            }
            out.end(run);
            out.end(traf);
            return offsetAt;
        }

        void move(BoxWriter out, int count) {
            byte[] all = data.toByteArray();
            int bytes = samples.subList(0, count).stream().mapToInt(sample -> sample.size).sum();
            out.put(all, 0, bytes);
            data.reset();
            data.write(all, bytes, all.length - bytes);
            samples.subList(0, count).clear();
        }
    }
}
