package org.reelbench.sdk.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.lang.model.element.Element;

import org.reelbench.sdk.internal.Annotations.Values;
import org.reelbench.sdk.internal.ComponentReader.NotSupported;

/**
 * The text of a description.
 *
 * @param name the component's name
 * @param implementation the class
 * @param component what its annotation says
 * @param services under which interfaces it is found
 * @param lifecycle method names by activate, deactivate and modified
 * @param constructorParameters how many the constructor has that is to be used
 * @param references the attributes of each service it asks for
 */
record ComponentXml(String name, String implementation, Values component, List<String> services, Map<String, String> lifecycle,
        int constructorParameters, List<Map<String, String>> references) {

    private static final String NAMESPACE = "http://www.osgi.org/xmlns/scr/v1.4.0";

    /** One property: its type and its values. */
    private record Property(String type, List<String> values) {
    }

    String text(Element place) throws NotSupported {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scr:component xmlns:scr=\"")
                .append(NAMESPACE).append('"');
        attribute(xml, "name", name);
        lifecycle.forEach((step, method) -> attribute(xml, step, method));
        for (String flag : List.of("immediate", "enabled")) {
            if (component.has(flag)) {
                attribute(xml, flag, component.text(flag, ""));
            }
        }
        String policy = component.enumText("configurationPolicy");
        if (policy != null) {
            attribute(xml, "configuration-policy", policy);
        }
        if (component.has("configurationPid")) {
            attribute(xml, "configuration-pid", String.join(" ", component.texts("configurationPid")).replace("$", name));
        }
        if (constructorParameters > 0) {
            attribute(xml, "init", Integer.toString(constructorParameters));
        }
        xml.append(">\n  <implementation");
        attribute(xml, "class", implementation);
        xml.append("/>\n");
        properties(xml, place);
        if (!services.isEmpty()) {
            xml.append("  <service");
            String scope = component.enumText("scope");
            if (scope != null && !scope.equals("default")) {
                attribute(xml, "scope", scope);
            }
            xml.append(">\n");
            for (String service : services) {
                xml.append("    <provide");
                attribute(xml, "interface", service);
                xml.append("/>\n");
            }
            xml.append("  </service>\n");
        }
        for (Map<String, String> reference : references) {
            xml.append("  <reference");
            reference.forEach((key, value) -> attribute(xml, key, value));
            xml.append("/>\n");
        }
        return xml.append("</scr:component>\n").toString();
    }

    private void properties(StringBuilder xml, Element place) throws NotSupported {
        Map<String, Property> properties = new LinkedHashMap<>();
        for (String line : component.texts("property")) {
            int equals = line.indexOf('=');
            if (equals <= 0) {
                throw new NotSupported(place, "a property is KEY=VALUE or KEY:TYPE=VALUE, not '" + line + "'");
            }
            String[] key = line.substring(0, equals).split(":", 2);
            properties.computeIfAbsent(key[0], _ -> new Property(key.length > 1 ? key[1] : "String", new ArrayList<>())).values()
                    .add(line.substring(equals + 1));
        }
        properties.forEach((key, property) -> {
            xml.append("  <property");
            attribute(xml, "name", key);
            attribute(xml, "type", property.type());
            if (property.values().size() == 1) {
                attribute(xml, "value", property.values().getFirst());
                xml.append("/>\n");
            } else {
                xml.append('>').append(escaped(String.join("\n", property.values()))).append("</property>\n");
            }
        });
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
