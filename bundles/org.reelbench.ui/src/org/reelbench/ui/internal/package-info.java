/**
 * The editor behind the window. Sessions are opened, edited and saved here, off the UI thread.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.ui.internal;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
