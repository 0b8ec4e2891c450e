/**
 * What services that plug-ins bring must keep to, as checks that need no test framework: one contract for each kind of service.
 * The contracts of effects are in {@code org.reelbench.testcard}, that of chunk stores in {@code org.reelbench.store.contract}.
 */
@Version("0.1.0")
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.testkit;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;
