/**
 * The session: one project being edited by many, its history and its file. The service that opens sessions is here too.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD })
package org.reelbench.project.internal.session;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
