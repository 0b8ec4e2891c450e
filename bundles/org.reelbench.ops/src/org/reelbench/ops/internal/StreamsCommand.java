package org.reelbench.ops.internal;

import java.util.List;
import java.util.Locale;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.media.MediaStreams;
import org.reelbench.media.Meter;

/**
 * The commands {@code reelbench:streams} and {@code reelbench:meters} of a Gogo console, where one is installed. They return
 * text, as the console prints what a command returns.
 */
@Component(service = StreamsCommand.class, property = { "osgi.command.scope=reelbench", "osgi.command.function=streams",
        "osgi.command.function=meters" })
public final class StreamsCommand {

    private static final double KIB = 1024;

    private final Readings readings;

    /**
     * Creates the commands.
     *
     * @param readings what there is to tell
     */
    @Activate
    public StreamsCommand(@Reference Readings readings) {
        this.readings = readings;
    }

    /** What is being sent now: how much has gone out, how fast, how long the client has kept the present piece waiting. */
    public String streams() {
        List<MediaStreams.Stream> streams = readings.streams();
        StringBuilder text = new StringBuilder(streams.size() + (streams.size() == 1 ? " stream" : " streams"));
        for (MediaStreams.Stream stream : streams) {
            text.append(String.format(Locale.ROOT, "%n%,14d KiB %,10.0f KiB/s %6d ms  %s", stream.sentBytes() / (long) KIB,
                    stream.bytesPerSecond() / KIB, stream.waitingMs(), printable(stream.medium())));
        }
        return text.toString();
    }

    /** All numbers. */
    public String meters() {
        StringBuilder text = new StringBuilder();
        for (Meter meter : readings.meters()) {
            text.append(text.isEmpty() ? "" : System.lineSeparator()).append(Readings.key(meter)).append(' ')
                    .append(PrometheusText.number(meter.value()));
        }
        return text.toString();
    }

    /** A file's name may hold anything, and consoles obey what they are sent. */
    static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
