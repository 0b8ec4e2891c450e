package org.reelbench.timeline;

/**
 * A picture file as the content of a clip; it lasts as long as the clip does.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param media the id of the {@link MediaReference}
 */
public record Still(Id media) implements Content {
}
