package org.reelbench.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

/** The architecture as it stands in manifests and classes. */
class BundleRulesTest {

    private static final Path ROOT = Path.of(System.getProperty("reelbench.root"));

    @Test
    void bundlesKeepTheRules() throws IOException {
        List<BundleFacts> bundles = BundleFacts.readAll(ROOT.resolve("bundles"));
        assertTrue(bundles.size() >= 10, "found only " + bundles.size() + " bundles");
        assertEquals(List.of(), BundleRules.violations(bundles));
    }

    @Test
    void examplesUseThePublishedApiOnly() throws IOException {
        List<BundleFacts> bundles = BundleFacts.readAll(ROOT.resolve("bundles"));
        List<BundleFacts> examples = BundleFacts.readAll(ROOT.resolve("examples"));
        assertTrue(!examples.isEmpty(), "there is an example");
        for (BundleFacts example : examples) {
            for (String name : example.named()) {
                boolean ours = name.startsWith("org.reelbench.") && !example.packages().containsKey(name);
                boolean published = bundles.stream().anyMatch(bundle -> bundle.clauses("Export-Package").containsKey(name));
                assertTrue(!ours || published, example.folder() + " uses " + name);
            }
        }
    }

    @Test
    void anSwtTypeInAHeadlessBundleIsReported() {
        assertEquals(List.of("org.reelbench.render uses org.eclipse.swt.widgets"),
                BundleRules.violations(List.of(bundleWithAFieldOf("org.reelbench.render", "org.eclipse.swt.widgets.Display"))));
    }

    @Test
    void anArrowUpwardsIsReported() {
        assertEquals(List.of("org.reelbench.media uses org.reelbench.render"),
                BundleRules.violations(List.of(bundleWithAFieldOf("org.reelbench.media", "org.reelbench.render.Span"))));
    }

    @Test
    void anInternalPackageOfAnotherBundleIsReported() {
        assertEquals(List.of("org.reelbench.encoding uses org.reelbench.render.internal"), BundleRules
                .violations(List.of(bundleWithAFieldOf("org.reelbench.encoding", "org.reelbench.render.internal.LayerFeed"))));
    }

    @Test
    void aCircleOfInnerPackagesIsReported() {
        BundleFacts clean = bundleWithAFieldOf("org.reelbench.time", "org.reelbench.time.internal.other.Type");
        Map<String, Set<String>> packages = new TreeMap<>(clean.packages());
        packages.put("org.reelbench.time.internal.other", Set.of("org.reelbench.time.internal.third"));
        packages.put("org.reelbench.time.internal.third", Set.of());
        assertEquals(List.of(), circles(clean, packages));
        packages.put("org.reelbench.time.internal.third", Set.of("org.reelbench.time.internal"));
        assertEquals(
                List.of("org.reelbench.time org.reelbench.time.internal uses packages that use it",
                        "org.reelbench.time org.reelbench.time.internal.other uses packages that use it",
                        "org.reelbench.time org.reelbench.time.internal.third uses packages that use it"),
                circles(clean, packages));
    }

    private static List<String> circles(BundleFacts bundle, Map<String, Set<String>> packages) {
        return BundleRules
                .violations(List.of(new BundleFacts(bundle.folder(), bundle.headers(), packages, bundle.classes()))).stream()
                .filter(violation -> violation.endsWith("uses packages that use it")).toList();
    }

    @Test
    void oneClassAloneBuildsFilterGraphs() throws IOException {
        List<String> builders = BundleFacts.readAll(ROOT.resolve("bundles")).stream()
                .flatMap(bundle -> bundle.classes().entrySet().stream())
                .filter(type -> type.getValue().stream()
                        .anyMatch(text -> text.matches("avfilter_graph_(alloc|parse.*|create_filter|config)")))
                .map(Map.Entry::getKey).toList();
        assertEquals(1, builders.size(), () -> "graphs are built in " + builders);
    }

    private static BundleFacts bundleWithAFieldOf(String bundle, String type) {
        Map<String, Set<String>> packages = new TreeMap<>();
        Map<String, Set<String>> classes = new TreeMap<>();
        byte[] code = ClassFile.of().build(ClassDesc.of(bundle + ".internal.Intruder"), builder -> builder
                .withFlags(AccessFlag.FINAL)
                .withField("field", ClassDesc.of(type), field -> field.withFlags(AccessFlag.PRIVATE)));
        byte[] info = ClassFile.of().build(ClassDesc.of(bundle + ".internal.package-info"),
                builder -> builder.withSuperclass(ConstantDescs.CD_Object));
        BundleFacts.add(ClassFile.of().parse(code), packages, classes);
        BundleFacts.add(ClassFile.of().parse(info), packages, classes);
        return new BundleFacts(bundle, Map.of("Bundle-SymbolicName", bundle), packages, classes);
    }
}
