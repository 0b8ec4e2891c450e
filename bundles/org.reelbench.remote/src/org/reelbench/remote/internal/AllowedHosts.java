package org.reelbench.remote.internal;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which hosts may be asked. A name without a port means the usual port of the scheme, so that allowing a machine does not open
 * what else runs there.
 *
 * @param entries the hosts in lower case
 */
record AllowedHosts(Set<String> entries) {

    static final AllowedHosts NONE = new AllowedHosts(Set.of());

    private static final Pattern FORM = Pattern.compile(
            "(?:\\*\\.)?([a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?|\\[[0-9a-f:.]+\\])(?::([0-9]{1,5}))?");
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /**
     * Reads hosts.
     *
     * @throws IllegalArgumentException if one is neither a name nor a name with a port
     */
    static AllowedHosts of(Collection<String> texts) {
        Set<String> entries = new TreeSet<>();
        for (String text : texts) {
            String entry = text.strip().toLowerCase(Locale.ROOT);
            Matcher matcher = FORM.matcher(entry);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no host such as media.example.com, localhost:8080 or *.example.com");
            }
            entries.add(entry);
        }
        return new AllowedHosts(Set.copyOf(entries));
    }

    AllowedHosts and(AllowedHosts others) {
        Set<String> all = new TreeSet<>(entries);
        all.addAll(others.entries);
        return new AllowedHosts(Set.copyOf(all));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Tells whether the host and port of an address may be asked. */
    boolean permits(URI address) {
        String host = RemoteAddress.host(address);
        int usual = RemoteAddress.isSecure(address) ? HTTPS_PORT : HTTP_PORT;
        boolean isUsual = address.getPort() < 0 || address.getPort() == usual;
        int port = address.getPort() < 0 ? usual : address.getPort();
        for (String name = host;;) {
            String entry = name.equals(host) ? name : "*." + name;
            if (isUsual && entries.contains(entry) || entries.contains(entry + ":" + port)) {
                return true;
            }
            int dot = host.startsWith("[") ? -1 : name.indexOf('.');
            if (dot < 0) {
                return false;
            }
            name = name.substring(dot + 1);
        }
    }
}
