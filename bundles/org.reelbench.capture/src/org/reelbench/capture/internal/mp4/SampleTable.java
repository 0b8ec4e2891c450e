package org.reelbench.capture.internal.mp4;

import java.util.PrimitiveIterator;
import java.util.function.LongConsumer;

/** What is known of one track's samples, in the order and form of the tables of a regular file. */
final class SampleTable {

    private final Numbers sizes = new Numbers();
    private final Numbers durationCounts = new Numbers();
    private final Numbers durations = new Numbers();
    private final Numbers syncDistances = new Numbers();
    private final Numbers chunkDistances = new Numbers();
    private final Numbers chunkCounts = new Numbers();
    private long runTicks = -1;
    private long runCount;
    private long lastSync;
    private long lastChunk;
    private long ticks;

    /** Takes the samples of one fragment, which lie together from a place in the file. */
    void add(FragmentHead.Run run, long offset) {
        chunkDistances.add(offset - lastChunk);
        chunkCounts.add(run.sizes().length);
        lastChunk = offset;
        for (int i = 0; i < run.sizes().length; i++) {
            duration(run.durations()[i]);
            sizes.add(run.sizes()[i]);
            if (run.syncs()[i]) {
                syncDistances.add(sizes.count() - lastSync);
                lastSync = sizes.count();
            }
        }
    }

    private void duration(long sampleTicks) {
        if (sampleTicks != runTicks && runCount > 0) {
            flushRun();
            runCount = 0;
        }
        runTicks = sampleTicks;
        runCount++;
    }

    private void flushRun() {
        durationCounts.add(runCount);
        durations.add(runTicks);
        ticks += runCount * runTicks;
    }

    long samples() {
        return sizes.count();
    }

    long ticks() {
        return ticks + (runCount > 0 ? runCount * runTicks : 0);
    }

    long heldBytes() {
        return sizes.heldBytes() + durationCounts.heldBytes() + durations.heldBytes() + syncDistances.heldBytes()
                + chunkDistances.heldBytes() + chunkCounts.heldBytes();
    }

    /**
     * Writes the tables that follow the description; all sync samples are named where not all samples are.
     *
     * @param out where to
     * @param shiftBytes how much farther back the samples lie than when they were added
     */
    void write(BoxWriter out, long shiftBytes) {
        int times = out.begin("stts", 0, 0);
        out.u32(durations.count() + (runCount > 0 ? 1 : 0));
        PrimitiveIterator.OfLong counts = durationCounts.iterator();
        PrimitiveIterator.OfLong lengths = durations.iterator();
        while (counts.hasNext()) {
            out.u32(counts.nextLong()).u32(lengths.nextLong());
        }
        if (runCount > 0) {
            out.u32(runCount).u32(runTicks);
        }
        out.end(times);
        if (syncDistances.count() < sizes.count()) {
            int syncs = out.begin("stss", 0, 0);
            out.u32(syncDistances.count());
            accumulate(syncDistances, value -> out.u32(value));
            out.end(syncs);
        }
        chunks(out);
        int lengthsBox = out.begin("stsz", 0, 0);
        out.u32(0).u32(sizes.count());
        sizes.iterator().forEachRemaining((long value) -> out.u32(value));
        out.end(lengthsBox);
        int offsets = out.begin("co64", 0, 0);
        out.u32(chunkDistances.count());
        accumulate(chunkDistances, value -> out.u64(value + shiftBytes));
        out.end(offsets);
    }

    private void chunks(BoxWriter out) {
        int box = out.begin("stsc", 0, 0);
        int countAt = out.size();
        out.u32(0);
        long entries = 0;
        long number = 1;
        long before = -1;
        PrimitiveIterator.OfLong counts = chunkCounts.iterator();
        while (counts.hasNext()) {
            long count = counts.nextLong();
            if (count != before) {
                out.u32(number).u32(count).u32(1);
                entries++;
                before = count;
            }
            number++;
        }
        out.setU32(countAt, entries);
        out.end(box);
    }

    private static void accumulate(Numbers distances, LongConsumer taker) {
        long value = 0;
        PrimitiveIterator.OfLong each = distances.iterator();
        while (each.hasNext()) {
            value += each.nextLong();
            taker.accept(value);
        }
    }
}
