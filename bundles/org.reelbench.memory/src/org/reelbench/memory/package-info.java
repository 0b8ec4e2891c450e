/**
 * Who holds how much memory, how much there may be, and what is given back when it runs short.
 * Owners open an account in the ledger; a monitor compares accounts and process, and climbs the ladder of relief.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
@Version("0.1.0")
package org.reelbench.memory;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;
