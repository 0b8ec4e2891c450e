package org.reelbench.remote.internal;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The settings of remote media, under {@link #PID} in Config Admin; described for people in the bundle's metatype. A line in a
 * name here is a dot in the setting's name.
 */
@ComponentPropertyType
public @interface RemoteSettings {

    /** The name of the configuration. */
    String PID = "org.reelbench.remote";

    /** Whether the hosts may be asked. */
    boolean enabled() default false;

    /** The hosts that may be asked: {@code name}, {@code name:port} or {@code *.name}. */
    String[] hosts() default {};

    /** How much of what was read is kept. */
    int cache_mib() default 1024;

    /** The address of the chunk store that keeps it; empty for the user's cache folder. */
    String store() default "";
}
