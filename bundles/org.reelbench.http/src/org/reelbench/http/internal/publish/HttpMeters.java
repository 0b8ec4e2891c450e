package org.reelbench.http.internal.publish;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.http.internal.send.Streams;
import org.reelbench.http.internal.send.Traffic;
import org.reelbench.media.MediaStreams;
import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;

/** Tells what the server does to those who watch it. */
@Component
public final class HttpMeters implements MeterSource, MediaStreams {

    private static final String ENDS = "reelbench_http_responses_total";
    private static final String ENDS_HELP = "Responses that ended, by how: to the end, stalled client, changed medium, client gone.";

    private final Transfer transfer;

    /**
     * Creates the service.
     *
     * @param transfer the machinery that counts
     */
    @Activate
    public HttpMeters(@Reference Transfer transfer) {
        this.transfer = transfer;
    }

    @Override
    public List<Meter> meters() {
        Traffic.Counts counts = transfer.traffic().counts();
        List<Streams.State> states = transfer.streams().states();
        return List.of(
                Meter.counter("reelbench_http_requests_total", "Requests for media that were allowed in.", counts.requests()),
                Meter.counter("reelbench_http_sent_bytes_total", "Bytes of media sent.", counts.bytes()),
                Meter.counter(ENDS, ENDS_HELP, counts.completed()).with("end", "completed"),
                Meter.counter(ENDS, ENDS_HELP, counts.stalled()).with("end", "stalled"),
                Meter.counter(ENDS, ENDS_HELP, counts.changed()).with("end", "changed"),
                Meter.counter(ENDS, ENDS_HELP, counts.abandoned()).with("end", "abandoned"),
                Meter.gauge("reelbench_http_active_streams", "Bodies being sent now.", states.size()),
                Meter.gauge("reelbench_http_rate_bytes_per_second", "How fast the bodies being sent are taken, together.",
                        states.stream().mapToLong(Streams.State::bytesPerSecond).sum()));
    }

    @Override
    public List<Stream> streams() {
        return transfer.streams().states().stream().map(state -> new Stream(
                state.owner() instanceof PublishedMedium medium ? medium.name() : "", state.sentBytes(), state.bytesPerSecond(),
                state.waitingMs())).toList();
    }
}
