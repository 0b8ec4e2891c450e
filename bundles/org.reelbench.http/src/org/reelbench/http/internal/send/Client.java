package org.reelbench.http.internal.send;

/** The connection a response goes out on, as far as the sender is concerned. */
@FunctionalInterface
public interface Client {

    /** The name of the request attribute that holds it. */
    String ATTRIBUTE = "org.reelbench.http.client";

    /**
     * Breaks the connection off: what is being written fails at once, and what the system still holds for the client is thrown
     * away. For every thread, more than once.
     */
    void cut();
}
