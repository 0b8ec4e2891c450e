package org.reelbench.demo.internal.verify;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What one frame of the film must show.
 *
 * @param cards the cards that are seen by themselves, bottom first
 * @param mix the two cards of a dissolve below them, or null
 */
record ExpectedPicture(List<Card> cards, @Nullable Mix mix) {

    /**
     * Two cards that lie over each other.
     *
     * @param outgoing the one that goes
     * @param incoming the one that comes
     * @param weight how much of the one that comes is seen, 0 to 1
     */
    record Mix(Card outgoing, Card incoming, double weight) {
    }
}
