package org.reelbench.demo.internal.bench.serve;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.reelbench.media.Cancellation;

/**
 * One server under one load.
 *
 * @param bytesPerSecond how fast bodies came
 * @param cpuSecondsPerGb what the server's processors took for 10^9 bytes
 * @param peakOwnBytes the most memory of its own it was seen to hold
 * @param peakMappedBytes the most pages of files it was seen to have mapped
 */
record Run(double bytesPerSecond, double cpuSecondsPerGb, long peakOwnBytes, long peakMappedBytes) {

    static Run of(Server server, Load load, long seed, Reader.Check check, Cancellation cancellation) throws IOException {
        Peak peak = new Peak(server);
        Footprint before = server.footprint();
        Load.Received received = load.run(server.uri(), seed, check, peak::look, cancellation);
        Footprint after = server.footprint();
        peak.look();
        return new Run(received.bytes() / received.seconds(),
                (after.cpuSeconds() - before.cpuSeconds()) / (received.bytes() / 1e9), peak.ownBytes, peak.mappedBytes);
    }

    /** The most that was seen. */
    private static final class Peak {

        private final Server server;
        private long ownBytes;
        private long mappedBytes;

        Peak(Server server) {
            this.server = server;
        }

        void look() {
            try {
                Footprint now = server.footprint();
                ownBytes = Math.max(ownBytes, now.ownBytes());
                mappedBytes = Math.max(mappedBytes, now.mappedBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(server.name() + " has ended", e);
            }
        }
    }
}
