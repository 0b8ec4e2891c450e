package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reelbench.rules.ProductFolder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The target platform for those who write plug-ins: what it names is in the site of the build, and that needs no other site. */
class PluginTargetIT {

    private static final Path ROOT = Path.of(System.getProperty("reelbench.root"));

    /** What the Java platform brings by itself. */
    private static final String OF_JAVA = "osgi.ee";

    private List<Element> units = List.of();

    @BeforeEach
    void readTheSite() throws Exception {
        Path content = ROOT.resolve("releng/org.reelbench.product/target/repository/content.jar");
        try (JarFile jar = new JarFile(content.toFile()); InputStream in = jar.getInputStream(jar.getEntry("content.xml"))) {
            units = elements(parse(in).getDocumentElement(), "unit");
        }
    }

    private static Document parse(InputStream in) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(in);
    }

    private static List<Element> elements(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document target() throws Exception {
        try (InputStream in = java.nio.file.Files
                .newInputStream(ROOT.resolve("targetplatform/plugins/reelbench-plugins.target"))) {
            return parse(in);
        }
    }

    private Element unit(String id) {
        return units.stream().filter(unit -> unit.getAttribute("id").equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError("the site does not hold " + id));
    }

    @Test
    void everyUnitItNamesIsInTheSiteInThatVersion() throws Exception {
        List<Element> named = elements(target().getDocumentElement(), "unit");
        assertFalse(named.isEmpty());
        for (Element each : named) {
            String version = each.getAttribute("version");
            Element there = unit(each.getAttribute("id"));
            assertTrue(version.equals("0.0.0") || version.equals(there.getAttribute("version")),
                    each.getAttribute("id") + " " + version);
        }
    }

    @Test
    void whatAnyOfItsUnitsNeedsIsInTheSite() {
        Set<String> missing = new TreeSet<>();
        Set<String> provided = provided();
        for (Element unit : units) {
            for (Element need : elements(unit, "required")) {
                String key = need.getAttribute("namespace") + " " + need.getAttribute("name");
                boolean hasTo = !need.getAttribute("optional").equals("true") && elements(need, "filter").isEmpty()
                        && !need.getAttribute("min").equals("0") && !need.getAttribute("namespace").equals(OF_JAVA);
                if (hasTo && !need.getAttribute("name").isEmpty() && !provided.contains(key)) {
                    missing.add(unit.getAttribute("id") + " needs " + key);
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    private Set<String> provided() {
        Set<String> provided = new HashSet<>();
        for (Element unit : units) {
            for (Element each : elements(unit, "provided")) {
                provided.add(each.getAttribute("namespace") + " " + each.getAttribute("name"));
            }
        }
        return provided;
    }

    @Test
    void everyPublishedPackageIsThere() throws IOException {
        Set<String> provided = provided();
        Set<String> published = new TreeSet<>();
        for (Path path : ProductFolder.jars("workbench")) {
            try (JarFile jar = new JarFile(path.toFile())) {
                String exported = jar.getManifest().getMainAttributes().getValue("Export-Package");
                if (path.getFileName().toString().startsWith("org.reelbench.") && exported != null) {
                    for (String clause : exported.replaceAll("\"[^\"]*\"", "").split(",")) {
                        published.add(clause.split(";")[0].strip());
                    }
                }
            }
        }
        assertTrue(published.size() > 10, published::toString);
        assertEquals(List.of(), published.stream().filter(name -> !provided.contains("java.package " + name)).toList());
    }
}
