package org.reelbench.http.internal.server;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.reelbench.http.internal.access.SessionToken;

/**
 * The token of the server that is open, which outlives this bundle: addresses that people have are good again when it was only
 * replaced. It is kept by the framework, in memory alone, until the server is closed for good.
 */
final class KeptToken {

    private static final String MARK = "org.reelbench.http.token";

    private final AtomicReference<String> kept;

    private KeptToken(AtomicReference<String> kept) {
        this.kept = kept;
    }

    /** Finds the place where the framework keeps it, or makes one. */
    static KeptToken in(BundleContext context) {
        BundleContext framework = context.getBundle(0).getBundleContext();
        try {
            @SuppressWarnings("rawtypes")
            Collection<ServiceReference<AtomicReference>> places = framework.getServiceReferences(AtomicReference.class,
                    "(" + MARK + "=*)");
            for (ServiceReference<?> place : places) {
                @SuppressWarnings("unchecked")
                AtomicReference<String> found = (AtomicReference<String>) framework.getService(place);
                if (found != null) {
                    return new KeptToken(found);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        AtomicReference<String> made = new AtomicReference<>("");
        framework.registerService(AtomicReference.class, made, new Hashtable<>(Map.of(MARK, true)));
        return new KeptToken(made);
    }

    /** Returns the token of the server that was open last, or a new one if that was closed. */
    SessionToken token() {
        String text = kept.get();
        SessionToken token = text.isEmpty() ? SessionToken.random(new SecureRandom()) : SessionToken.of(text);
        kept.set(token.text());
        return token;
    }

    /** Lets the addresses of this server be worth nothing from now on. */
    void forget() {
        kept.set("");
    }
}
