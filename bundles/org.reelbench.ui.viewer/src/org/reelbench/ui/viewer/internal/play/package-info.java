/**
 * Playback: sound is the clock, pictures follow it and are dropped when they are late. Nothing here knows a window.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.ui.viewer.internal.play;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
