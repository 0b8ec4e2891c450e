package org.reelbench.timeline;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What a clip belongs together with: clips of one link are the picture and sounds of one shot, clips of one group are selected
 * and moved as one.
 * <p>
 * Immutable, safe for every thread. A link or group of a single clip means nothing; {@link Links} takes it off.
 *
 * @param link the id that all clips of one link bear, or null for none
 * @param group the id that all clips of one group bear, or null for none
 */
public record Bonds(@Nullable Id link, @Nullable Id group) {

    /** Bound to no other clip. */
    public static final Bonds NONE = new Bonds(null, null);

    /**
     * Returns these bonds with another link.
     *
     * @param newLink the link, or null for none
     * @return the bonds; {@link #NONE} where nothing is left
     */
    public Bonds withLink(@Nullable Id newLink) {
        return newLink == null && group == null ? NONE : new Bonds(newLink, group);
    }

    /**
     * Returns these bonds with another group.
     *
     * @param newGroup the group, or null for none
     * @return the bonds; {@link #NONE} where nothing is left
     */
    public Bonds withGroup(@Nullable Id newGroup) {
        return link == null && newGroup == null ? NONE : new Bonds(link, newGroup);
    }
}
