/**
 * A small client of the X11 protocol, in Java alone: where the pointer is and how it looks, what windows and monitors there are.
 * Asked over its own connection, so that no error of a window that vanished reaches the window system's library and ends the program.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.capture.ffmpeg.internal.x11;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
