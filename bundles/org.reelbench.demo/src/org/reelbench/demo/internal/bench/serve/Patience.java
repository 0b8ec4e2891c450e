package org.reelbench.demo.internal.bench.serve;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.reelbench.demo.internal.bench.Ratio;
import org.reelbench.media.Cancellation;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * How long a client that behaves waits for a small range, alone and among a {@link Crowd}: the time that 95 of 100 answers stay
 * below.
 *
 * @param aloneMs alone, run by run
 * @param crowdedMs among the others, run by run
 */
record Patience(List<Double> aloneMs, List<Double> crowdedMs) {

    private static final int ANSWERS = 400;
    private static final long HANG_MS = 30_000;
    private static final int BUFFER_BYTES = 1 << 20;

    static Patience of(Server server, int pairs, long fileBytes, Cancellation cancellation) throws IOException {
        List<Double> alone = new ArrayList<>();
        List<Double> crowded = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            alone.add(p95Ms(server.uri(), fileBytes, pair, cancellation));
            try (Crowd _ = Crowd.around(server.uri())) {
                crowded.add(p95Ms(server.uri(), fileBytes, pair, cancellation));
            }
        }
        return new Patience(alone, crowded);
    }

    private static double p95Ms(URI uri, long fileBytes, long seed, Cancellation cancellation) throws IOException {
        double[] times = new double[ANSWERS];
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try (Reader reader = new Reader(uri, Body.ALL.getFirst(), fileBytes, new Random(seed), Load.UNSEEN);
                Selector selector = Selector.open()) {
            reader.channel().register(selector, SelectionKey.OP_READ);
            for (int i = 0; i < ANSWERS; i++) {
                long start = System.nanoTime();
                while (reader.answers() == i) {
                    if (selector.select(HANG_MS) == 0) {
                        throw new IOException("nothing came for " + HANG_MS / 1000 + " s");
                    }
                    selector.selectedKeys().clear();
                    reader.read(buffer);
                }
                times[i] = (System.nanoTime() - start) / 1e6;
                cancellation.check();
            }
        }
        Arrays.sort(times);
        return times[ANSWERS * 95 / 100];
    }

    private Ratio ratio() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < aloneMs.size(); i++) {
            ratios.add(crowdedMs.get(i) / aloneMs.get(i));
        }
        return Ratio.of(ratios);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT,
                "256 KiB in 95 of 100 cases within %.2f ms alone, %.2f ms among %d stalled and %d idle connections: %s times",
                Ratio.median(aloneMs), Ratio.median(crowdedMs), Crowd.STALLED, Crowd.IDLE, ratio());
    }

    /** Writes the members of an object. */
    void write(JsonGenerator json) throws IOException {
        json.writeNumberField("aloneP95Ms", Ratio.median(aloneMs));
        json.writeNumberField("crowdedP95Ms", Ratio.median(crowdedMs));
        json.writeNumberField("ratio", ratio().median());
    }
}
