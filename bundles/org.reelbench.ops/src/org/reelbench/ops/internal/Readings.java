package org.reelbench.ops.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.media.MediaStreams;
import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all parts of the program tell of themselves now. For every thread. */
@Component(service = Readings.class)
public final class Readings {

    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);
    private static final Comparator<Meter> ORDER = Comparator.comparing(Meter::name)
            .thenComparing(meter -> meter.labels().toString());

    private final List<MeterSource> sources = new CopyOnWriteArrayList<>();
    private final List<MediaStreams> senders = new CopyOnWriteArrayList<>();

    /** Takes somebody who tells numbers. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSource(MeterSource source) {
        sources.add(source);
    }

    /** Does without somebody who goes. */
    public void removeSource(MeterSource source) {
        sources.remove(source);
    }

    /** Takes somebody who sends media. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSender(MediaStreams sender) {
        senders.add(sender);
    }

    /** Does without somebody who goes. */
    public void removeSender(MediaStreams sender) {
        senders.remove(sender);
    }

    /** Returns the numbers by name, then by labels. Who fails to tell is left out, so that the others are still seen. */
    List<Meter> meters() {
        List<Meter> all = new ArrayList<>(JavaMeters.now());
        for (MeterSource source : sources) {
            try {
                all.addAll(source.meters());
            } catch (RuntimeException e) {
                LOG.warn("{} does not tell its numbers", source.getClass().getName(), e);
            }
        }
        return all.stream().sorted(ORDER).toList();
    }

    /** Returns what is being sent now, the largest first. */
    List<MediaStreams.Stream> streams() {
        return senders.stream().flatMap(sender -> sender.streams().stream())
                .sorted(Comparator.comparingLong(MediaStreams.Stream::sentBytes).reversed()).toList();
    }

    /** Returns the number of a meter without labels, or the sum over its labels; 0 if nobody tells it. */
    double sum(String name) {
        return meters().stream().filter(meter -> meter.name().equals(name)).mapToDouble(Meter::value).sum();
    }

    /** Returns the numbers by what they are called with their labels. */
    static String key(Meter meter) {
        StringBuilder key = new StringBuilder(meter.name());
        for (Map.Entry<String, String> label : meter.labels().entrySet()) {
            key.append(' ').append(label.getKey()).append('=').append(label.getValue());
        }
        return key.toString();
    }
}
