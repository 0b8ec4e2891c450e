package org.reelbench.proxies.internal;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The settings of proxies, under {@link #PID} in Config Admin; described for people in the bundle's metatype. A line in a name here
 * is a dot in the setting's name.
 */
@ComponentPropertyType
public @interface ProxySettings {

    /** The name of the configuration. */
    String PID = "org.reelbench.proxies";

    /** Whether proxies stand in for heavy media. */
    boolean enabled() default true;

    /** Whether proxies of heavy media are made without being asked for. */
    boolean automatic() default true;

    /** The name of the format that is made. */
    String format() default "540p";

    /** How much proxies may take on the disk. */
    int quota_mib() default 20_480;
}
