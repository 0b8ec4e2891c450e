package org.reelbench.http.internal.protocol;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What tells one state of a representation from another.
 *
 * @param tag its entity tag
 * @param lastModified when it changed last, or null if that says nothing or is too recent to say it safely
 */
public record Validators(EntityTag tag, @Nullable Instant lastModified) {
}
