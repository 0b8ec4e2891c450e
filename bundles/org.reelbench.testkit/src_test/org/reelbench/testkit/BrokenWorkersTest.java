package org.reelbench.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.preview.SegmentOrder;
import org.reelbench.encoding.preview.SegmentOutput;
import org.reelbench.encoding.preview.SegmentWorker;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.time.Rational;

/** The contract of workers for segments finds those that deliver too much, in the wrong order or to nobody. */
class BrokenWorkersTest {

    private static final VideoEncoding ENCODING = new VideoEncoding("libx264", 64, 36, PixelFormat.YUV420P,
            ColorDescription.BT709_LIMITED, Rational.of(1, 25), Rational.of(25), 3000, 100_000, 1, new TreeMap<>());

    /** What a worker does with an order. */
    @FunctionalInterface
    private interface Making {
        void make(SegmentOrder order, SegmentOutput output);
    }

    private static SegmentWorker worker(Making making) {
        return new SegmentWorker() {
            @Override
            public String name() {
                return "a worker";
            }

            @Override
            public int slots() {
                return 2;
            }

            @Override
            public Lane openLane() {
                return new Lane() {
                    @Override
                    public void make(SegmentOrder order, SegmentOutput output) {
                        making.make(order, output);
                    }

                    @Override
                    public void rest() {
                        // nothing is open
                    }

                    @Override
                    public void close() {
                        // nothing is open
                    }
                };
            }
        };
    }

    private static List<String> broken(Making making) throws InterruptedException {
        return Broken.sentences(new SegmentWorkerContract(worker(making), ENCODING));
    }

    private static byte[] box(String type, byte[]... contents) {
        int size = 8;
        for (byte[] content : contents) {
            size += content.length;
        }
        ByteBuffer box = ByteBuffer.allocate(size).putInt(size).put(type.getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] content : contents) {
            box.put(content);
        }
        return box.array();
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static byte[] init() {
        return join(box("ftyp"), box("moov"));
    }

    /** A fragment that says how many samples it has; their bytes are no concern of the contract. */
    private static byte[] fragment(long samples) {
        byte[] run = box("trun", ByteBuffer.allocate(8).putInt(0).putInt((int) samples).array());
        return join(box("moof", box("traf", run)), box("mdat"));
    }

    private static long pictures(SegmentOrder order) {
        return order.segment().end() - order.segment().start();
    }

    @Test
    void oneThatDeliversWhatIsWantedKeepsTheContract() throws InterruptedException {
        assertEquals(List.of(), broken((order, output) -> {
            output.init(init());
            output.fragment(fragment(pictures(order)));
        }));
    }

    @Test
    void oneThatLeavesTheLastPictureOut() throws InterruptedException {
        assertEquals(List.of("an order is delivered whole", "orders follow each other in one lane, with and without a rest",
                "all lanes work at once", "who is not interested any more is let go, and the lane goes on",
                "an order that refuses what it is sent is left"), broken((order, output) -> {
                    output.init(init());
                    output.fragment(fragment(pictures(order) - 1));
                }));
    }

    @Test
    void oneThatSendsFragmentsBeforeTheyCanBeRead() throws InterruptedException {
        assertEquals(5, broken((order, output) -> {
            output.fragment(fragment(pictures(order)));
            output.init(init());
        }).size());
    }

    @Test
    void oneThatWorksOnForNobody() throws InterruptedException {
        assertEquals(List.of("who is not interested any more is let go, and the lane goes on",
                "an order that refuses what it is sent is left"), broken((order, output) -> {
                    try {
                        output.init(init());
                        output.fragment(fragment(pictures(order)));
                    } catch (org.reelbench.media.CancelledException e) {
                        // what is the mistake
                    }
                }));
    }
}
