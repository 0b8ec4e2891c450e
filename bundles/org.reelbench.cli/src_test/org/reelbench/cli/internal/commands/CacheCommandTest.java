package org.reelbench.cli.internal.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.encoding.preview.PreviewCache;
import org.reelbench.media.Cancellation;

/** The cache on the command line. */
class CacheCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean broken;
    private final PreviewCache cache = new PreviewCache() {

        @Override
        public List<Kept> list() throws IOException {
            if (broken) {
                throw new IOException("segments: in use");
            }
            return List.of(new Kept("v-1", 5000), new Kept("v-2", 70));
        }

        @Override
        public Usage usage() {
            return new Usage(2, 3 << 20, 8 << 20, "segments");
        }

        @Override
        public Verified verify(Cancellation cancellation) {
            return new Verified(1, List.of("v-2: it is cut short"));
        }

        @Override
        public long clear() {
            return 2;
        }
    };

    private String run(String... words) throws CommandException {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(ExitCode.OK,
                new CacheCommand(cache).run(List.of(words), new Console(stream, stream, false, Path.of(""), new Cancellation())));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void listNamesEachSegmentAndHowFullItIs() throws Exception {
        assertEquals("      5000  v-1\n        70  v-2\n2 segments, 3.0 of 8 MiB in segments\n",
                run("list").replace("\r\n", "\n"));
        assertEquals(3, run("list", "--json").lines().filter(line -> line.startsWith("{")).count());
    }

    @Test
    void verifyNamesWhatWasDeletedAndWhy() throws Exception {
        assertTrue(run("verify").contains("v-2: it is cut short"));
        assertEquals("{\"whole\":1,\"deleted\":[\"v-2: it is cut short\"]}", run("verify", "--json").strip());
    }

    @Test
    void clearSaysHowManyThereWere() throws Exception {
        assertEquals("2 segments deleted.", run("clear").strip());
    }

    @Test
    void whatCannotBeDoneIsSaidInALine() {
        assertEquals(ExitCode.USAGE, assertThrows(CommandException.class, () -> run("mend")).exitCode());
        broken = true;
        CommandException failed = assertThrows(CommandException.class, () -> run("list"));
        assertEquals(ExitCode.FAILED, failed.exitCode());
        assertTrue(failed.getMessage().contains("in use"));
    }
}
