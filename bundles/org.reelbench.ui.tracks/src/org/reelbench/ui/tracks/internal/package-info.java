/**
 * The track view: a canvas, what the mouse does on it, and what joins both with the editor. Only these classes and
 * {@code SwtPen} know the window system.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.ui.tracks.internal;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
