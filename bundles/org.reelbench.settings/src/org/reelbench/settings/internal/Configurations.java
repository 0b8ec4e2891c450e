package org.reelbench.settings.internal;

import java.io.IOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** What the parts of the program are told. Config Admin remembers it beyond this run, so it is noted what came from here. */
final class Configurations {

    /** Names what was set from here, so that it can be taken back. */
    static final String SET = "org.reelbench.settings.set";

    private final ConfigurationAdmin admin;

    Configurations(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** Sets these values of a configuration, takes back those that were set before, and lets all others be; true if that changes it. */
    boolean set(String pid, Map<String, Object> values) throws IOException {
        Configuration known = find(pid);
        if (known == null && values.isEmpty()) {
            return false;
        }
        Configuration configuration = known == null ? admin.getConfiguration(pid, null) : known;
        Hashtable<String, Object> changed = next(configuration, values);
        if (changed.isEmpty()) {
            configuration.delete();
            return true;
        }
        return configuration.updateIfDifferent(changed);
    }

    private static Hashtable<String, Object> next(Configuration configuration, Map<String, Object> values) {
        Hashtable<String, Object> next = new Hashtable<>();
        Dictionary<String, Object> before = configuration.getProperties();
        if (before != null) {
            Collections.list(before.keys()).forEach(key -> next.put(key, before.get(key)));
        }
        if (next.remove(SET) instanceof String[] earlier) {
            List.of(earlier).forEach(next::remove);
        }
        List.of("service.pid", "service.bundleLocation").forEach(next::remove);
        next.putAll(values);
        if (!values.isEmpty()) {
            next.put(SET, values.keySet().stream().sorted().toArray(String[]::new));
        }
        return next;
    }

    private @Nullable Configuration find(String pid) throws IOException {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + pid + ")");
            return found == null ? null : found[0];
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the name of a configuration", e);
        }
    }
}
