package org.reelbench.media;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that tells numbers of a part of the program. Who counts offers one and knows nothing of those who look; who watches
 * asks all there are.
 * <p>
 * For every thread; asked every few seconds, so it answers at once and waits for nothing.
 *
 * <pre>{@code
 * public List<Meter> meters() {
 *     return List.of(Meter.counter("acme_frames_total", "Frames made since the start.", frames.sum()));
 * }
 * }</pre>
 */
@ConsumerType
public interface MeterSource {

    /**
     * Returns the numbers now.
     *
     * @return the meters; those of one name have one help and kind, and differ in their labels
     */
    List<Meter> meters();
}
