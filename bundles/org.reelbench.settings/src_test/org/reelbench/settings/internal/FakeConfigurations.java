package org.reelbench.settings.internal;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Configurations that are in memory only, as a framework would hold them. */
@NonNullByDefault({})
final class FakeConfigurations {

    final Map<String, Hashtable<String, Object>> kept = new TreeMap<>();

    ConfigurationAdmin admin() {
        return of(ConfigurationAdmin.class, (name, arguments) -> switch (name) {
        case "getConfiguration" -> configuration((String) arguments[0]);
        case "listConfigurations" -> {
            String pid = ((String) arguments[0]).replaceAll(".*=|\\)", "");
            yield kept.containsKey(pid) ? new Configuration[] { configuration(pid) } : null;
        }
        default -> throw new UnsupportedOperationException(name);
        });
    }

    private Configuration configuration(String pid) {
        return of(Configuration.class, (name, arguments) -> switch (name) {
        case "getProperties" -> kept.get(pid);
        case "updateIfDifferent" -> {
            Hashtable<String, Object> properties = new Hashtable<>((Hashtable<String, Object>) dictionary(arguments[0]));
            properties.put("service.pid", pid);
            yield !properties.equals(kept.put(pid, properties));
        }
        case "delete" -> kept.remove(pid);
        default -> throw new UnsupportedOperationException(name);
        });
    }

    @SuppressWarnings("unchecked")
    private static Dictionary<String, Object> dictionary(Object properties) {
        return (Dictionary<String, Object>) properties;
    }

    /** What a call answers. */
    @FunctionalInterface
    private interface Answer {

        Object to(String name, Object[] arguments);
    }

    private static <T> T of(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                (_, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
