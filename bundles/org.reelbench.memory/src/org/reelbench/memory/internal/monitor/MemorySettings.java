package org.reelbench.memory.internal.monitor;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The settings of memory in Config Admin; described for people in the bundle's metatype. A line in a name here is a dot there.
 */
@ComponentPropertyType
public @interface MemorySettings {

    /** How much the process may use; 0 for what suits the machine. */
    int budget_mib() default 0;
}
