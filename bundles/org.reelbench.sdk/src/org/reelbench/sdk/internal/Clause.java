package org.reelbench.sdk.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/**
 * One package of a header of a manifest.
 *
 * @param name the package
 * @param parameters attributes and directives by name
 */
record Clause(String name, Map<String, String> parameters) {

    /** All clauses of a header; several packages that share parameters are several clauses. */
    static List<Clause> all(@Nullable String header) {
        List<Clause> all = new ArrayList<>();
        for (String text : split(header == null ? "" : header, ',')) {
            Map<String, String> parameters = new LinkedHashMap<>();
            List<String> names = new ArrayList<>();
            for (String part : split(text, ';')) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    names.add(part.strip());
                } else {
                    parameters.put(part.substring(0, equals).replace(":", "").strip(),
                            part.substring(equals + 1).strip().replace("\"", ""));
                }
            }
            names.stream().filter(name -> !name.isEmpty()).forEach(name -> all.add(new Clause(name, parameters)));
        }
        return all;
    }

    /** Cuts at a character that does not stand between quotes. */
    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == at && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
