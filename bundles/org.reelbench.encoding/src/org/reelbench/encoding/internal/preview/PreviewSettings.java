package org.reelbench.encoding.internal.preview;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The settings of previews, under {@link #PID} in Config Admin. A line in a name here is a dot in the setting's name. */
@ComponentPropertyType
public @interface PreviewSettings {

    /** The name of the configuration. */
    String PID = "org.reelbench.preview";

    /** How much of what was encoded is kept on the disk. */
    int cache_mib() default 4096;

    /** The address of the chunk store that keeps it; empty for the user's cache folder. */
    String store() default "";

    /** How many segments are made at once in this process; 0 for one a core. */
    int workers() default 0;
}
