/**
 * What each edit command does: reads its parameters, calls the timeline's pure edits, and names the result for people. Nothing
 * here keeps state.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD })
package org.reelbench.project.internal.edit;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
