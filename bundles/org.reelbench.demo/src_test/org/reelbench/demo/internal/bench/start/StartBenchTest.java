package org.reelbench.demo.internal.bench.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class StartBenchTest {

    @Test
    void theFrameworkToCompareWithGetsTheSameJavaAndOptions() {
        List<String> own = List.of("/jdk/bin/java", "-Xmx512m", "-Dreelbench.bundles=/p", "-cp", "/p/cli.jar:/p/osgi.jar", "Main",
                "serve", "--port", "1");
        assertEquals(
                List.of("/jdk/bin/java", "-Xmx512m", "-Dreelbench.bundles=/p", "-cp", "/b:/p/osgi.jar", "BareServer", "/p",
                        "/b.jar",
                        "8123"),
                StartBench.bare(own, List.of("/b:/p/osgi.jar", "/b.jar"), 8123).command());
    }
}
