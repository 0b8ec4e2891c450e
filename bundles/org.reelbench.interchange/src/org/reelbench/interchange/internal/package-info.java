/**
 * The service that finds the format of a file. The formats themselves lie in packages of their own and know nothing of it.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD })
package org.reelbench.interchange.internal;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
