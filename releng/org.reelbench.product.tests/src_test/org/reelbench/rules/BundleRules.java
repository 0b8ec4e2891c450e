package org.reelbench.rules;

import static java.util.Map.entry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rules that keep the architecture: who may use whom, what is API, which foreign types stay behind which door. */
final class BundleRules {

    private static final String OURS = "org.reelbench.";

    /** Which of our bundles each may name directly; docs/architecture.md shows the same table. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("log", Set.of()),
            entry("time", Set.of()),
            entry("timeline", Set.of("time")),
            entry("project", Set.of("time", "timeline")),
            entry("media", Set.of("time", "plugins")),
            entry("interchange", Set.of("time", "timeline", "media", "plugins")),
            entry("media.ffmpeg", Set.of("time", "media", "memory", "plugins")),
            entry("store", Set.of("plugins")),
            entry("plugins", Set.of()),
            entry("settings", Set.of()),
            entry("remote", Set.of("media", "store")),
            entry("memory", Set.of("plugins")),
            entry("loading", Set.of("time", "media", "memory")),
            entry("testcard", Set.of("time", "media")),
            entry("render", Set.of("time", "timeline", "media", "memory", "loading")),
            entry("playback", Set.of("time", "timeline", "media", "memory", "loading", "render")),
            entry("encoding", Set.of("time", "timeline", "media", "memory", "store", "loading", "render", "plugins")),
            entry("proxies", Set.of("time", "timeline", "media", "memory", "loading", "store", "render", "encoding")),
            entry("sketches", Set.of("time", "media", "memory", "store", "loading")),
            entry("capture", Set.of("time", "timeline", "project", "media", "memory", "plugins", "testcard")),
            entry("capture.ffmpeg", Set.of("time", "media", "capture")),
            entry("http", Set.of("media", "memory")),
            entry("preview", Set.of("time", "timeline", "media", "render", "encoding", "http", "settings")),
            entry("rest", Set.of("time", "timeline", "project", "media", "loading", "capture", "render", "encoding", "http",
                    "preview")),
            entry("ops", Set.of("media", "memory", "plugins", "http")),
            entry("cli", Set.of("time", "timeline", "project", "interchange", "media", "memory", "loading", "render", "playback",
                    "encoding", "plugins", "preview", "rest", "proxies", "sketches", "capture", "settings")),
            entry("sdk", Set.of("project", "media", "interchange", "capture", "encoding", "cli", "testcard", "testkit")),
            entry("demo", Set.of("time", "timeline", "project", "media", "memory", "loading", "testcard", "render", "playback",
                    "encoding", "proxies", "capture", "cli")),
            entry("testkit",
                    Set.of("time", "timeline", "project", "interchange", "media", "memory", "render", "encoding", "capture",
                            "cli",
                            "store")),
            entry("audio", Set.of("media")),
            entry("ui", Set.of("time", "timeline", "project", "interchange", "media", "loading", "render", "settings")),
            entry("ui.bin", Set.of("time", "timeline", "project", "media", "loading", "render", "proxies", "sketches", "ui")),
            entry("ui.capture", Set.of("time", "timeline", "project", "media", "capture", "ui")),
            entry("ui.export", Set.of("time", "timeline", "project", "media", "render", "encoding", "ui")),
            entry("ui.inspector", Set.of("time", "timeline", "project", "media", "ui")),
            entry("ui.memory", Set.of("time", "timeline", "project", "memory", "settings", "ui")),
            entry("ui.plugins", Set.of("memory", "plugins", "ui")),
            entry("ui.preview",
                    Set.of("time", "timeline", "project", "media", "render", "playback", "encoding", "preview", "ui")),
            entry("ui.tracks",
                    Set.of("time", "timeline", "project", "media", "loading", "playback", "plugins", "render", "sketches",
                            "ui")),
            entry("ui.viewer", Set.of("time", "timeline", "project", "media", "memory", "loading", "render", "playback",
                    "proxies", "ui")),
            entry("workbench", Set.of("time", "timeline", "project", "media", "settings", "ui")));

    /** Foreign packages, and the bundles that alone may name them. */
    private static final Map<String, Pattern> DOORS = Map.ofEntries(
            entry("org.bytedeco.", Pattern.compile("org\\.reelbench\\.(media|capture)\\.ffmpeg")),
            entry("org.eclipse.swt.", Pattern.compile("org\\.reelbench\\.(ui(\\..*)?|workbench)")),
            entry("org.eclipse.jface.", Pattern.compile("org\\.reelbench\\.(ui(\\..*)?|workbench)")),
            entry("org.eclipse.ui.", Pattern.compile("org\\.reelbench\\.(ui(\\..*)?|workbench)")),
            entry("org.eclipse.core.runtime.", Pattern.compile("org\\.reelbench\\.(ui(\\..*)?|workbench)")),
            entry("org.eclipse.equinox.", Pattern.compile("org\\.reelbench\\.(ui(\\..*)?|workbench)")),
            entry("jakarta.servlet.", Pattern.compile("org\\.reelbench\\.(http|preview|rest|ops)")),
            entry("javax.servlet.", Pattern.compile("org\\.reelbench\\.(http|preview|rest)")),
            entry("org.eclipse.jetty.", Pattern.compile("org\\.reelbench\\.http")),
            entry("org.apache.felix.http.", Pattern.compile("org\\.reelbench\\.http")),
            entry("org.apache.felix.hc.", Pattern.compile("org\\.reelbench\\.ops")));

    /** The bundles of the window, and which foreign bundles they alone may require. */
    private static final Pattern WINDOW = Pattern.compile("org\\.reelbench\\.(ui(\\..*)?|workbench)");
    private static final Set<String> WORKBENCH = Set.of("org.eclipse.ui", "org.eclipse.core.runtime");

    /** Bundles whose inner packages use each other both ways; no others may, and these are to be mended rather than followed. */
    private static final Set<String> CIRCULAR = Set.of("org.reelbench.encoding", "org.reelbench.proxies", "org.reelbench.render",
            "org.reelbench.store");

    private static final Set<String> PURE = Set.of("org.reelbench.time", "org.reelbench.timeline");

    private final List<String> violations = new ArrayList<>();

    private BundleRules() {
    }

    static List<String> violations(List<BundleFacts> bundles) {
        BundleRules rules = new BundleRules();
        bundles.forEach(rules::check);
        return rules.violations;
    }

    private void check(BundleFacts bundle) {
        if (!bundle.folder().equals(bundle.symbolicName())) {
            violation(bundle, "its folder is not its symbolic name " + bundle.symbolicName());
        }
        bundle.clauses("Require-Bundle").keySet().stream().filter(required -> !mayRequire(bundle, required))
                .forEach(required -> violation(bundle, "requires the bundle " + required));
        checkPackages(bundle);
        checkImports(bundle);
        checkOwnImports(bundle);
        checkArrows(bundle);
        checkCircles(bundle);
        checkDoors(bundle);
    }

    /** The workbench splits packages between bundles, so those who extend it cannot do with imports alone. */
    private static boolean mayRequire(BundleFacts bundle, String required) {
        return WINDOW.matcher(bundle.symbolicName()).matches() && WORKBENCH.contains(required);
    }

    private void checkPackages(BundleFacts bundle) {
        Map<String, String> exported = bundle.clauses("Export-Package");
        for (String name : bundle.packages().keySet()) {
            boolean internal = name.contains(".internal");
            if (exported.containsKey(name) && internal) {
                violation(bundle, "exports " + name);
            }
            if (!exported.containsKey(name) && !internal) {
                violation(bundle, name + " is neither exported nor internal");
            }
            if (!name.equals(bundle.symbolicName()) && !name.startsWith(bundle.symbolicName() + ".")) {
                violation(bundle, name + " lies outside the bundle's name");
            }
            if (!bundle.classes().containsKey(name.replace('.', '/') + "/package-info")) {
                violation(bundle, name + " has no package-info");
            }
        }
        exported.forEach((name, parameters) -> {
            Set<String> pool = bundle.classes().getOrDefault(name.replace('.', '/') + "/package-info", Set.of());
            String version = parameters.replaceAll(".*version=\"([^\"]*)\".*", "$1");
            if (!pool.contains("Lorg/osgi/annotation/versioning/Version;") || !pool.contains(version)) {
                violation(bundle, "exports " + name + " without @Version(\"" + version + "\")");
            }
        });
    }

    private void checkImports(BundleFacts bundle) {
        bundle.clauses("Import-Package").forEach((name, parameters) -> {
            boolean annotationOnly = name.equals("org.eclipse.jdt.annotation") && parameters.contains("resolution:=optional");
            // Java's own packages carry no versions.
            boolean ofJava = name.startsWith("com.sun.") || name.startsWith("jdk.");
            if (!annotationOnly && !ofJava && !parameters.matches(".*version=\"\\[[^\"]*\\)\".*")) {
                violation(bundle, "imports " + name + " without a version range");
            }
        });
    }

    /**
     * A bundle with services imports what it exports, up to the next minor version: when it is updated while the program runs, its new
     * services are of the types that their users know already, which are those of the bundle before.
     */
    private void checkOwnImports(BundleFacts bundle) {
        if (bundle.clauses("Service-Component").isEmpty()) {
            return;
        }
        Map<String, String> imported = bundle.clauses("Import-Package");
        bundle.clauses("Export-Package").forEach((name, parameters) -> {
            String[] version = parameters.replaceAll(".*version=\"([^\"]*)\".*", "$1").split("\\.");
            String range = "[" + String.join(".", version) + "," + version[0] + "." + (Integer.parseInt(version[1]) + 1) + ".0)";
            if (!imported.getOrDefault(name, "").contains("\"" + range + "\"")) {
                violation(bundle, "exports " + name + " without importing it as \"" + range + "\"");
            }
        });
    }

    private void checkArrows(BundleFacts bundle) {
        Set<String> allowed = MAY_USE
                .get(bundle.symbolicName().substring(Math.min(OURS.length(), bundle.symbolicName().length())));
        if (allowed == null) {
            violation(bundle, "is not in the table of who may use whom");
            return;
        }
        for (String name : bundle.named()) {
            if (name.startsWith(OURS) && !isOwn(bundle, name)
                    && (name.contains(".internal") || !allowed.contains(bundleOf(name)))) {
                violation(bundle, "uses " + name);
            }
        }
    }

    /** What is not published is made of packages that use each other one way. Published ones may name who makes what they return. */
    private void checkCircles(BundleFacts bundle) {
        for (String name : bundle.packages().keySet()) {
            if (name.contains(".internal") && !CIRCULAR.contains(bundle.symbolicName())
                    && reached(bundle, name).contains(name)) {
                violation(bundle, name + " uses packages that use it");
            }
        }
    }

    /** The inner packages that one uses, and those use, and so on. */
    private static Set<String> reached(BundleFacts bundle, String from) {
        Set<String> reached = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            String user = next.remove();
            for (String used : bundle.packages().getOrDefault(user, Set.of())) {
                if (!used.equals(user) && used.contains(".internal") && isOwn(bundle, used) && reached.add(used)) {
                    next.add(used);
                }
            }
        }
        return reached;
    }

    /** The bundle a package belongs to, by the longest name that it begins with; what belongs to none keeps its own. */
    private static String bundleOf(String packageName) {
        for (String name = packageName.substring(OURS.length()); !name.isEmpty(); name = name
                .substring(0, Math.max(0, name.lastIndexOf('.')))) {
            if (MAY_USE.containsKey(name)) {
                return name;
            }
        }
        return packageName;
    }

    private static boolean isOwn(BundleFacts bundle, String name) {
        return bundle.packages().containsKey(name);
    }

    private void checkDoors(BundleFacts bundle) {
        for (String name : bundle.named()) {
            DOORS.forEach((prefix, allowed) -> {
                if ((name + ".").startsWith(prefix) && !allowed.matcher(bundle.symbolicName()).matches()) {
                    violation(bundle, "uses " + name);
                }
            });
            if (PURE.contains(bundle.symbolicName()) && name.startsWith("org.osgi.")
                    && !name.startsWith("org.osgi.annotation.")) {
                violation(bundle, "uses " + name);
            }
        }
    }

    private void violation(BundleFacts bundle, String what) {
        violations.add(bundle.folder() + " " + what);
    }
}
