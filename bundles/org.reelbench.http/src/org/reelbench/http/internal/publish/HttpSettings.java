package org.reelbench.http.internal.publish;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The settings of the server, under {@link #PID} in Config Admin; described for people in the bundle's metatype. A line in a
 * name here is a dot in the setting's name.
 */
@ComponentPropertyType
public @interface HttpSettings {

    /** The name of the configuration. */
    String PID = "org.reelbench.http";

    /** The address to listen at. Anything but a loopback address opens the media to the network. */
    String address() default "127.0.0.1";

    /** The ports to try, first to last, such as {@code 8000-9000}; one port; or 0 for any. */
    String ports() default "8000-9000";

    /** Names of this machine, besides those of the loopback interface and the address, that requests may name. */
    String[] hosts() default {};

    /** Origins of pages, besides this server's own, that may read. */
    String[] origins() default {};

    /** How many connections there may be. */
    int connections() default 2048;

    /** How long a client may take to send the head of a request. */
    int header_seconds() default 15;

    /** How long a connection may do nothing. */
    int idle_seconds() default 60;

    /** How many clients may be slow at a time. */
    int slow_clients() default 512;

    /** How long responses under way may take to end when the server stops. */
    int drain_seconds() default 5;
}
