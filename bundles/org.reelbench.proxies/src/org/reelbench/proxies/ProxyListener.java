package org.reelbench.proxies;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of proxies. */
@FunctionalInterface
@ConsumerType
public interface ProxyListener {

    /**
     * Tells that the proxy of a medium has another status. Called on the service's thread, for progress at most some times a second;
     * must be quick.
     *
     * @param fingerprint the medium's fingerprint
     * @param status the status now
     */
    void changed(String fingerprint, ProxyStatus status);
}
