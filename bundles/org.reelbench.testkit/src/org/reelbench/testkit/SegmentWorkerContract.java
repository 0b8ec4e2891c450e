package org.reelbench.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.reelbench.encoding.preview.SegmentKind;
import org.reelbench.encoding.preview.SegmentOrder;
import org.reelbench.encoding.preview.SegmentOutput;
import org.reelbench.encoding.preview.SegmentWorker;
import org.reelbench.encoding.preview.SegmentWorker.Lane;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.VideoEncoding;

/**
 * What every worker for segments keeps to: it delivers an init segment and then whole fragments with exactly the pictures of the
 * order, goes on with the next order in the same lane, and stops when nobody wants the rest.
 * <p>
 * For one thread. Makes some seconds of an even colour, of a sequence of 64 by 36 pixels at 25 pictures a second.
 */
public final class SegmentWorkerContract implements Contract {

    private final SegmentWorker worker;
    private final SampleOrders orders;

    /**
     * Creates the contract of a worker.
     *
     * @param worker the worker
     * @param encoding how pictures are to be encoded, in a size of 64 by 36 pixels and at 25 a second: an encoding that the
     *            worker makes
     */
    public SegmentWorkerContract(SegmentWorker worker, VideoEncoding encoding) {
        this.worker = worker;
        this.orders = new SampleOrders(encoding);
    }

    @Override
    public List<ContractCase> cases() {
        return List.of(new ContractCase("it says what it is", this::description),
                new ContractCase("an order is delivered whole", this::whole),
                new ContractCase("orders follow each other in one lane, with and without a rest", this::following),
                new ContractCase("all lanes work at once", this::lanes),
                new ContractCase("who is not interested any more is let go, and the lane goes on", this::cancelled),
                new ContractCase("an order that refuses what it is sent is left", this::refused),
                new ContractCase("a lane is closed, twice", this::closed));
    }

    private void description() {
        Claims.line(worker.name(), "the name");
        Claims.holds(worker.slots() >= 1, "it has " + worker.slots() + " slots");
        Claims.same(worker.slots(), worker.slots(), "the number of slots, asked again,");
        Claims.holds(worker.silence().isPositive(), "it may be silent for " + worker.silence());
    }

    private void whole() throws Exception {
        try (Lane lane = worker.openLane()) {
            make(lane, orders.pictures(0, 50));
        }
    }

    private void following() throws Exception {
        try (Lane lane = worker.openLane()) {
            make(lane, orders.pictures(0, 50));
            make(lane, orders.pictures(50, 100));
            lane.rest();
            lane.rest();
            make(lane, orders.pictures(100, 107));
            make(lane, orders.pictures(0, 1));
        }
    }

    private void lanes() throws Exception {
        int count = Math.min(3, worker.slots());
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int start = 50 * i;
                all.add(threads.submit(() -> {
                    try (Lane lane = worker.openLane()) {
                        make(lane, orders.pictures(start, start + 50));
                    }
                    return true;
                }));
            }
            for (Future<Boolean> each : all) {
                each.get();
            }
        }
    }

    private void cancelled() throws Exception {
        try (Lane lane = worker.openLane()) {
            Taken nobody = new Taken(Integer.MAX_VALUE);
            nobody.cancellation().cancel();
            Claims.thrown(CancelledException.class, () -> lane.make(orders.pictures(0, 50), nobody),
                    "when nobody wants the order");
            make(lane, orders.pictures(0, 50));
        }
    }

    private void refused() throws Exception {
        try (Lane lane = worker.openLane()) {
            Taken lost = new Taken(1);
            Claims.thrown(CancelledException.class, () -> lane.make(orders.pictures(0, 50), lost), "when the lease is over");
            make(lane, orders.pictures(50, 100));
        }
    }

    private void closed() throws Exception {
        Lane lane = worker.openLane();
        lane.close();
        lane.close();
    }

    private static void make(Lane lane, SegmentOrder order) throws Exception {
        Taken taken = new Taken(Integer.MAX_VALUE);
        lane.make(order, taken);
        Claims.same(SegmentKind.PICTURE, order.segment().kind(), "the kind of the order");
        Claims.holds(taken.inits == 1, "it sent " + taken.inits + " init segments");
        Claims.same(order.segment().end() - order.segment().start(), taken.samples, "the number of pictures it sent");
    }

    /** Takes what comes, as the queue does, and looks at its boxes (ISO 14496-12). */
    private static final class Taken implements SegmentOutput {

        private final Cancellation cancellation = new Cancellation();
        private final int most;
        private int calls;
        private int inits;
        private long samples;

        /** Refuses all calls after some. */
        Taken(int most) {
            this.most = most;
        }

        private void count() {
            cancellation.check();
            if (calls++ >= most) {
                throw new CancelledException();
            }
        }

        @Override
        public void init(byte[] bytes) {
            count();
            Claims.holds(samples == 0, "the init segment comes after a fragment");
            Claims.same("ftyp", type(bytes, 0), "the first box");
            Claims.holds(find(bytes, 0, bytes.length, "moov") >= 0, "the init segment has no moov");
            inits++;
        }

        @Override
        public void fragment(byte[] bytes) {
            count();
            Claims.holds(inits == 1, "a fragment comes before the init segment");
            int moof = find(bytes, 0, bytes.length, "moof");
            Claims.holds(moof >= 0 && find(bytes, 0, bytes.length, "mdat") > moof, "a fragment is moof and mdat");
            int fragmentEnd = moof + ByteBuffer.wrap(bytes).getInt(moof);
            int traf = find(bytes, moof + 8, fragmentEnd, "traf");
            int trafEnd = traf + ByteBuffer.wrap(bytes).getInt(traf);
            for (int trun = find(bytes, traf + 8, trafEnd, "trun"); trun >= 0; trun = find(bytes,
                    trun + ByteBuffer.wrap(bytes).getInt(trun), trafEnd, "trun")) {
                samples += ByteBuffer.wrap(bytes).getInt(trun + 12);
            }
        }

        @Override
        public void heartbeat(long done) {
            count();
        }

        @Override
        public Cancellation cancellation() {
            return cancellation;
        }

        private static String type(byte[] bytes, int at) {
            return new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
        }

        private static int find(byte[] bytes, int from, int end, String type) {
            for (int at = from; at + 8 <= end; at += Math.max(8, ByteBuffer.wrap(bytes).getInt(at))) {
                if (type(bytes, at).equals(type)) {
                    return at;
                }
            }
            return -1;
        }
    }
}
