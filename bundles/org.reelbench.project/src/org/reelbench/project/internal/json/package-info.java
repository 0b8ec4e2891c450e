/**
 * JSON as this bundle needs it: a small tree that remembers the line of every value, and a printer that decides where lines
 * break. Everything here is bounded, because project files come from anywhere.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD })
package org.reelbench.project.internal.json;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
