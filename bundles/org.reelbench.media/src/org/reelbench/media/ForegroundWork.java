package org.reelbench.media;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service of whoever does what people wait for, such as playing or exporting, so that work in the background steps aside.
 * <p>
 * For every thread; asked several times a second, so it answers at once and waits for nothing.
 */
@ConsumerType
public interface ForegroundWork {

    /**
     * Tells whether something that people wait for is being done.
     *
     * @return true while it is
     */
    boolean isUnderWay();
}
