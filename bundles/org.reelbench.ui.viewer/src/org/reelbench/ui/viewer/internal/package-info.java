/**
 * The viewer's view: a screen, a transport and what joins them with the editor. Only these classes and the surfaces know SWT;
 * they run on the UI thread.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.ui.viewer.internal;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
