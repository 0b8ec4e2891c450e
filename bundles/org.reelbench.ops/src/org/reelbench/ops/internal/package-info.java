/**
 * Watching the program: the numbers that its parts tell, as text for Prometheus, as a bean for JMX and as commands for a console,
 * and whether it is well. Nothing here is needed for the program to work; it asks services that may come and go.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.ops.internal;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
