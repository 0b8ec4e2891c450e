/**
 * From a wish to pixels: pictures are rendered and converted on the viewer's own thread, the latest wish wins. Pixels cross to
 * the UI thread in pooled memory.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.ui.viewer.internal.picture;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
