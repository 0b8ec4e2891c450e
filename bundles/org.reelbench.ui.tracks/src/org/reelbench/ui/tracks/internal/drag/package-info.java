/**
 * What the mouse does, from a press to its release: what was pressed becomes a drag, which tries its edit out and then makes
 * it. The rules of the edits are gestures; this is their controller, without widgets, so that tests drive it.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.ui.tracks.internal.drag;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
