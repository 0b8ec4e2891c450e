package org.reelbench.remote.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import org.reelbench.media.MediaException.Reason;

/** Rules for addresses: what they may be, where they may lead, and what of them may be shown. */
final class RemoteAddress {

    private RemoteAddress() {
    }

    /**
     * Refuses an address that must not be asked.
     *
     * @throws RemoteFailure if it names no host, carries a password, or its host is not allowed
     */
    static void check(URI address, AllowedHosts allowed) throws RemoteFailure {
        if (address.getHost() == null || !isWeb(address)) {
            throw RemoteFailure.lasting(Reason.NOT_ALLOWED, "its address names no host that could be asked by http or https");
        }
        if (address.getRawUserInfo() != null) {
            throw RemoteFailure.lasting(Reason.NOT_ALLOWED, "its address has a user's name or password in it, which would be"
                    + " written into the project; use an address without them");
        }
        if (!allowed.permits(address)) {
            String host = hostAndPort(address);
            throw RemoteFailure.lasting(Reason.NOT_ALLOWED, (allowed.isEmpty()
                    ? "media on other machines are switched off"
                    : "the host " + host + " is not among those that are allowed") + "; allow it with --allow-host " + host
                    + ", with the environment variable " + HttpRemoteMedia.ENVIRONMENT + "=" + host + ", or in the settings "
                    + RemoteSettings.PID);
        }
    }

    /**
     * Returns where a redirection leads.
     *
     * @throws RemoteFailure if it leads nowhere, to a host that is not allowed, or from https to http
     */
    static URI redirected(URI from, String location, AllowedHosts allowed) throws RemoteFailure {
        URI target;
        try {
            target = from.resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw RemoteFailure.lasting(Reason.UNREADABLE, "its server redirects to something that is no address");
        }
        if (isSecure(from) && !isSecure(target)) {
            throw RemoteFailure.lasting(Reason.NOT_ALLOWED,
                    "its server redirects from https to " + target.getScheme() + ", which others on the way could change");
        }
        try {
            check(target, allowed);
        } catch (RemoteFailure e) {
            throw RemoteFailure.lasting(Reason.NOT_ALLOWED, "its server redirects to another address, but " + e.getMessage());
        }
        return target;
    }

    private static boolean isWeb(URI address) {
        return isSecure(address) || "http".equalsIgnoreCase(address.getScheme());
    }

    static boolean isSecure(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /** The host in lower case, without the dot a full name may end in. */
    static String host(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static String hostAndPort(URI address) {
        return host(address) + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    /** The address as people may see it: the query may hold a signature, so it is left out. */
    static String shown(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return address.getScheme() + "://" + (address.getHost() == null ? "" : hostAndPort(address)) + path
                + (address.getRawQuery() == null ? "" : "?…");
    }
}
