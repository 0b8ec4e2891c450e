package org.reelbench.render;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.loading.Loadable;
import org.reelbench.timeline.Interpretation;

/**
 * One medium of a project, as far as rendering needs it.
 * <p>
 * For every thread.
 */
@ConsumerType
public interface Medium extends Loadable {

    /**
     * Returns what the project says about the medium in place of what it says itself.
     *
     * @return the interpretation; that all is as the medium says unless a catalog knows better
     */
    default Interpretation interpretation() {
        return Interpretation.AUTO;
    }
}
