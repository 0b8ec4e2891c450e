package org.reelbench.http.internal.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The names this server answers to. A page whose own name is made to point to this machine (DNS rebinding) sends that name, and
 * gets nothing.
 */
public final class HostPolicy {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int HTTP_PORT = 80;

    private final Set<String> names = new HashSet<>(LOOPBACK);
    private final int port;

    /**
     * Creates a policy.
     *
     * @param more names or addresses besides those of the loopback interface
     * @param port the port the server listens at
     */
    public HostPolicy(Collection<String> more, int port) {
        more.forEach(name -> names.add(bracketed(name.toLowerCase(Locale.ROOT))));
        this.port = port;
    }

    private static String bracketed(String name) {
        return name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
    }

    /** Whether a {@code Host} field, or the authority of a request's target, names this server. */
    public boolean accepts(@Nullable String authority) {
        if (authority == null || authority.isEmpty()) {
            return false;
        }
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String name = hasPort ? authority.substring(0, colon) : authority;
        return names.contains(name.toLowerCase(Locale.ROOT))
                && (hasPort ? authority.substring(colon + 1).equals(Integer.toString(port)) : port == HTTP_PORT);
    }

    /** The origins of pages that this server itself sends. */
    Set<String> ownOrigins() {
        Set<String> origins = new HashSet<>();
        for (String name : names) {
            origins.add("http://" + name + (port == HTTP_PORT ? "" : ":" + port));
        }
        return origins;
    }
}
