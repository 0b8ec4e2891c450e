package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.rules.ProductFolder;

/** The deployed program in a control group with a limit of memory, as a container or a unit of systemd gives it one. */
class ContainerLimitIT {

    private static final Path ROOT = Path.of(System.getProperty("reelbench.root"));
    private static final long MIB = 1 << 20;
    private static final long LIMIT_BYTES = 600 * MIB;

    @TempDir
    private Path folder;

    private Path group = Path.of("");

    /** Where groups are mounted, by the file that limits them. */
    private static final List<Group> KINDS = List.of(new Group(Path.of("/sys/fs/cgroup"), "memory.max"),
            new Group(Path.of("/sys/fs/cgroup/memory"), "memory.limit_in_bytes"));

    private record Group(Path mount, String limit) {
    }

    @BeforeEach
    void limit() throws IOException {
        for (Group kind : KINDS) {
            Path made = kind.mount().resolve("reelbench-test-" + ProcessHandle.current().pid());
            try {
                Files.createDirectory(made);
            } catch (IOException e) {
                continue;
            }
            if (Files.isWritable(made.resolve(kind.limit())) && Files.isWritable(made.resolve("cgroup.procs"))) {
                Files.writeString(made.resolve(kind.limit()), Long.toString(LIMIT_BYTES));
                group = made;
                return;
            }
            Files.delete(made);
        }
        assumeTrue(false, "control groups cannot be made here; it needs root and no more than one limit above");
    }

    @AfterEach
    void remove() throws IOException {
        if (!group.toString().isEmpty()) {
            Files.delete(group);
        }
    }

    @Test
    void budgetAndHeapFollowTheLimit() throws Exception {
        Files.writeString(folder.resolve("one.mp4"), "what is served is not looked at");
        ProcessBuilder program = new ProcessBuilder("sh", "-c", "echo $$ > \"$0\"/cgroup.procs && exec \"$@\"", group.toString(),
                ROOT.resolve("releng").resolve("deploy").resolve("reelbench-server").toString(), "serve", "--json", "--port", "0",
                "one.mp4").directory(folder.toFile());
        program.environment().put("REELBENCH_HOME", ProductFolder.plugins().getParent().toString());
        program.environment().put("JAVA_HOME", System.getProperty("java.home"));
        program.environment().put("XDG_DATA_HOME", folder.resolve(".data").toString());
        program.environment().put("XDG_CACHE_HOME", folder.resolve(".cache").toString());
        try (Serving serving = Serving.start(program, 1)) {
            URI served = serving.uris().getFirst();
            URI metrics = served.resolve("/metrics/" + served.getPath().split("/")[2]);
            String text = get(metrics);
            assertEquals(LIMIT_BYTES, number(text, "reelbench_memory_container_limit_bytes"), text);
            assertEquals(LIMIT_BYTES * 8 / 10, number(text, "reelbench_memory_budget_bytes"), text);
            assertTrue(number(text, "jvm_heap_max_bytes") <= LIMIT_BYTES / 4, text);
            assertTrue(number(text, "reelbench_memory_container_bytes") > 0, text);
            serving.interrupt();
            serving.assertEndsWell();
        }
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static long number(String text, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(text);
        assertTrue(line.find(), name + " in " + text);
        return (long) Double.parseDouble(line.group(1));
    }
}
