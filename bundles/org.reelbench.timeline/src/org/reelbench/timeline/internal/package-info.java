/**
 * What stands behind the timeline model: the balanced tree of items, the surgery on one track and the comparison of two trees.
 * Nothing here is exported; every class works on immutable values and holds no state of its own between calls.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD })
package org.reelbench.timeline.internal;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
