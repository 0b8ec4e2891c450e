package org.reelbench.ui.inspector.internal.sheet;

import org.reelbench.project.EditCommand;

/**
 * Something that can be added.
 *
 * @param label what it is
 * @param command the edit that adds it
 */
public record Offer(String label, EditCommand command) {
}
