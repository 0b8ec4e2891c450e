package org.reelbench.plugins;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that is told when plug-ins come, go or change their state. Who throws is named in the log and told the next time again.
 * <p>
 * Called on the thread that works on plug-ins, one call at a time; a listener hands over what takes longer than a millisecond.
 */
@ConsumerType
public interface PluginListener {

    /**
     * Something has changed.
     *
     * @param plugins all plug-ins, as {@link Plugins#plugins}
     */
    void changed(List<Plugin> plugins);
}
