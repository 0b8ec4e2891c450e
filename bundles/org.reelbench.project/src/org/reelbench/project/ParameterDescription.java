package org.reelbench.project;

/**
 * One parameter of an edit.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param name its name in {@link EditCommand#parameters()}
 * @param type what it can be
 * @param required whether the edit is refused without it
 * @param purpose what it means, and what goes without it, as a phrase
 */
public record ParameterDescription(String name, ParameterType type, boolean required, String purpose) {
}
