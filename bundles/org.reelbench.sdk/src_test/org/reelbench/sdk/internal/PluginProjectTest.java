package org.reelbench.sdk.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.sdk.internal.PluginProject.BuildException;

/** Projects that can be built, and why others cannot. */
class PluginProjectTest {

    private static final String SERVICES = """
            import java.util.*;
            import org.osgi.framework.BundleContext;
            import org.osgi.service.component.annotations.*;
            import org.reelbench.media.Composers;
            import org.reelbench.media.MeterSource;
            import org.reelbench.media.Meter;
            @Component(property = { "a=1", "list=x", "list=<y>", "rank:Integer=7" }, immediate = true,
                    configurationPolicy = ConfigurationPolicy.REQUIRE)
            public final class One implements MeterSource {
                @Reference volatile List<Runnable> runnables;
                @Activate public One(BundleContext context, @Reference(target = "(x=1)") Composers composers) { }
                @Deactivate void end() { }
                @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
                        policyOption = ReferencePolicyOption.GREEDY) void setOther(Runnable other) { }
                void unsetOther(Runnable other) { }
                public List<Meter> meters() { return List.of(); }
            }
            """;

    private final Path folder;

    PluginProjectTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private String refusal(String imports, String source) throws Exception {
        PluginProject project = Workshop.project(folder, imports, "One", source);
        Program program = Workshop.program();
        return assertThrows(BuildException.class, () -> project.build(program)).getMessage();
    }

    @Test
    void componentsAreDescribedAsTheirAnnotationsSay() throws Exception {
        PluginProject project = Workshop.project(folder,
                "org.osgi.framework,org.osgi.service.component.annotations,org.reelbench.media", "One", SERVICES);
        try (FileSystem jar = FileSystems.newFileSystem(project.build(Workshop.program()))) {
            String xml = Files.readString(jar.getPath("OSGI-INF", "org.example.one.One.xml"));
            for (String part : List.of("immediate=\"true\"", "configuration-policy=\"require\"", "init=\"2\"",
                    "deactivate=\"end\"",
                    "<property name=\"a\" type=\"String\" value=\"1\"/>",
                    "<property name=\"rank\" type=\"Integer\" value=\"7\"/>",
                    "<property name=\"list\" type=\"String\">x\n&lt;y&gt;</property>",
                    "<provide interface=\"org.reelbench.media.MeterSource\"/>",
                    "name=\"composers\" interface=\"org.reelbench.media.Composers\" cardinality=\"1..1\" target=\"(x=1)\" parameter=\"1\"",
                    "name=\"runnables\" interface=\"java.lang.Runnable\" cardinality=\"0..n\" field-collection-type=\"service\""
                            + " field=\"runnables\" policy=\"dynamic\"",
                    "name=\"Other\" interface=\"java.lang.Runnable\" cardinality=\"0..1\" policy=\"dynamic\""
                            + " policy-option=\"greedy\" bind=\"setOther\" unbind=\"unsetOther\"")) {
                assertTrue(xml.contains(part), part + " is not in " + xml);
            }
        }
    }

    @Test
    void sameSourcesGiveTheSameBytes() throws Exception {
        PluginProject project = Workshop.project(folder, "java.lang", "One", "public class One { }");
        byte[] first = Files.readAllBytes(project.build(Workshop.program()));
        String stamp = project.stamp();
        assertArrayEquals(first, Files.readAllBytes(project.build(Workshop.program())));
        Files.writeString(folder.resolve("src/main/java/org/example/one/Two.java"), "package org.example.one; class Two { }");
        assertNotEquals(stamp, project.stamp());
    }

    @Test
    void faultsOfSourcesAreToldWithTheirLine() throws Exception {
        assertTrue(refusal("java.lang", "public class One { int x = y; }").contains("One.java:2"));
    }

    @Test
    void whatIsUsedAndNotImportedIsNamedWithTheRemedy() throws Exception {
        assertTrue(refusal("java.lang", "public class One { javax.xml.parsers.SAXParser x; }")
                .contains(
                        "javax.xml.parsers, which META-INF/MANIFEST.MF does not import; add to Import-Package: javax.xml.parsers"));
        assertTrue(refusal("java.lang", "public class One { Object x = org.reelbench.testkit.Contract.class; }")
                .contains("the classes use org.reelbench.testkit"));
    }

    @Test
    void whatIsNotKnownOfComponentsIsAnError() throws Exception {
        String head = "import org.osgi.service.component.annotations.*;\n";
        assertTrue(refusal("java.lang", head + "@Component(factory = \"f\") public class One { }")
                .contains("'factory' is not known"));
        assertTrue(refusal("java.lang", head + "@Component public abstract class One { }").contains("not abstract"));
        assertTrue(refusal("java.lang", head + "@Component(property = \"x\") public class One { }").contains("KEY=VALUE"));
        assertTrue(refusal("java.lang", head + "@Component public class One { @Activate public One(String s) { } }")
                .contains("a parameter is a service"));
    }

    @Test
    void aFolderWithoutManifestIsNamed() {
        assertTrue(assertThrows(BuildException.class, () -> new PluginProject(folder).bundle()).getMessage()
                .contains("MANIFEST.MF"));
    }
}
