package org.reelbench.proxies;

/**
 * How far the proxy of a medium is.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param state how far
 * @param progress how much of it is made, 0 to 1; 1 if it is ready
 * @param detail more, for people: which file stands in, or why none does; may be empty
 */
public record ProxyStatus(State state, double progress, String detail) {

    /** How far a proxy is. */
    public enum State {
        /** There is none, and nobody asked for it. */
        NONE,
        /** It will be made after others. */
        WAITING,
        /** It is being made. */
        MAKING,
        /** It stands in for the medium. */
        READY,
        /** It could not be made; asking again tries again. */
        FAILED,
        /** The medium needs none, or may have none. */
        NOT_NEEDED
    }

    /**
     * Creates a status that is not under way.
     *
     * @param state how far
     * @param detail more, for people
     * @return the status
     */
    public static ProxyStatus of(State state, String detail) {
        return new ProxyStatus(state, state == State.READY ? 1 : 0, detail);
    }
}
