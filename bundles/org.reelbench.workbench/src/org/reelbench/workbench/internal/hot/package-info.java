/**
 * What bundles bring to the window by their extensions comes and goes with them while the window is open. The platform reads most of
 * it once, at its start; where it has no door for more, its own classes are used, here and nowhere else.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.workbench.internal.hot;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
