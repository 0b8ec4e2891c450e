/**
 * The journal: what edits changed, as data on the disk within a second, and how that is found and applied again after a crash.
 * Recovery never runs a command again, so it needs neither the command's code nor the plugins of that time.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD })
package org.reelbench.project.internal.journal;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
