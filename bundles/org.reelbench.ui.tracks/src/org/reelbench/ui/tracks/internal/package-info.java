/**
 * The track view as the workbench sees it: the part, its commands and its notices, which join the canvas with the editor. Everything the
 * view does lies in the packages below, whose imports go one way: input, canvas, drag, edit, gesture, paint, model.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.ui.tracks.internal;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
