package org.reelbench.encoding.internal.preview;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.reelbench.encoding.internal.Trials;
import org.reelbench.encoding.internal.segment.Adaptation;
import org.reelbench.encoding.internal.segment.Breaker;
import org.reelbench.encoding.internal.segment.Rung;
import org.reelbench.encoding.internal.segment.Rungs;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.Encoders;
import org.reelbench.media.VideoEncoding;
import org.reelbench.timeline.Sequence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In which qualities previews are made: those of the first encoder that works here, tried with real frames if it needs a device
 * and left alone for a while if it failed, and of them the one that this computer keeps up with.
 * <p>
 * For every thread; never on one that draws.
 */
final class Qualities {

    private static final Logger LOG = LoggerFactory.getLogger(Qualities.class);
    private static final int STEPS = Rungs.of(Rungs.ENCODERS.getLast()).size();

    private final Encoders encoders;
    private final Trials trials;
    private final Breaker breaker;
    private final Adaptation adaptation;
    private final Map<String, Boolean> refused = new ConcurrentHashMap<>();

    Qualities(Encoders encoders, Trials trials, LongSupplier clockNs) {
        this.encoders = encoders;
        this.trials = trials;
        this.breaker = new Breaker(clockNs);
        this.adaptation = new Adaptation(clockNs, STEPS);
    }

    Breaker breaker() {
        return breaker;
    }

    Adaptation adaptation() {
        return adaptation;
    }

    /** How pictures of a sequence can be encoded, best first; none if there is no encoder. */
    List<VideoEncoding> of(Sequence sequence) {
        List<String> installed = encoders.names();
        List<String> hardware = encoders.hardwareNames();
        for (String name : Rungs.ENCODERS) {
            if (breaker.allows(name) && (installed.contains(name) || hardware.contains(name) && works(name, sequence))) {
                return Rungs.of(name).stream().map(rung -> rung.of(sequence)).toList();
            }
        }
        return List.of();
    }

    private boolean works(String name, Sequence sequence) {
        Rung best = Rungs.of(name).getFirst();
        String trouble = trials.trouble(best.of(sequence));
        if (!trouble.isEmpty() && refused.put(name, true) == null) {
            LOG.info("previews are not encoded with {}: {}", name, trouble);
        }
        return trouble.isEmpty();
    }

    /** Which of them is made now. */
    int step(List<VideoEncoding> ladder) {
        return Math.min(adaptation.step(), ladder.size() - 1);
    }

    /** How sound is encoded: without loss, so that pieces join. */
    static AudioEncoding sound(Sequence sequence, int channels) {
        return new AudioEncoding("flac", sequence.sampleRateHz(), channels, 0, new TreeMap<>());
    }
}
