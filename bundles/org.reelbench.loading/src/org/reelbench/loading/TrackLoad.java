package org.reelbench.loading;

/**
 * How far one track is loaded at a moment.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param track the track, as it was demanded
 * @param state how far it is loaded
 * @param message why it failed and what to do, naming the medium; empty in any other state
 * @param generation counts the changes of what is wanted of the track, from 1: a load that ends after its generation is over is
 *            closed and changes nothing
 */
public record TrackLoad(String track, LoadState state, String message, long generation) {
}
