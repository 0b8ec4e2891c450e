/**
 * The model of an edited sequence: immutable tracks of clips, gaps and transitions that hold durations, and the edits as pure
 * functions from one sequence to the next. Positions are derived, so an edit builds a handful of tree nodes and shares the rest,
 * and {@link org.reelbench.timeline.SequenceDiff} tells two snapshots apart by skipping what they share.
 */
@Version("0.1.0")
@NonNullByDefault({ RETURN_TYPE, FIELD })
package org.reelbench.timeline;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;
