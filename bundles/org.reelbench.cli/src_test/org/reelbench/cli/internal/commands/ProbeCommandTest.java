package org.reelbench.cli.internal.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ImageFiles;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaSources;
import org.reelbench.time.RationalTime;

class ProbeCommandTest {

    private final Films films;
    private final ProbeCommand command = new ProbeCommand(
            (_, _) -> new MediaInfo("mp4", RationalTime.ZERO, RationalTime.ofSeconds(2), List.of()), new Hosts(Set.of()));

    ProbeCommandTest(@TempDir Path folder) {
        films = new Films(folder);
    }

    @Test
    void hostsAreAllowedForOneCall() throws Exception {
        String address = "https://a.example/b.mp4?c=d";
        assertEquals(ExitCode.INPUT, films.run(command, address));
        assertEquals(List.of("reelbench probe: " + address + ": not allowed"), films.told());
        assertEquals(ExitCode.OK,
                films.run(command, "--allow-host", "a.example", address, "--allow-host", "b.example:81",
                        "http://b.example:81/e"));
        assertEquals(List.of(address + ": mp4, 2.000 s", "http://b.example:81/e: mp4, 2.000 s"), films.printed());
        assertEquals(ExitCode.INPUT, films.run(command, address));
    }

    @Test
    void pathsAreCountedFromTheWorkingFolder() throws Exception {
        films.write("a/b.mp4", "b");
        assertEquals(ExitCode.OK, films.run(command, "a/b.mp4"));
        assertEquals(List.of("a/b.mp4: mp4, 2.000 s"), films.printed());
        assertEquals(ExitCode.INPUT, films.run(command, "a/none.mp4", "--json"));
    }

    @Test
    void numberedPicturesAreOneMedium() throws Exception {
        films.write("a/take_0007.png", "7");
        films.write("a/take_0009.png", "9");
        ProbeCommand counting = new ProbeCommand((source, _) -> {
            ImageFiles files = (ImageFiles) source;
            return new MediaInfo(files.count() + " images", RationalTime.ZERO, files.frameRate().timeOf(files.count()),
                    List.of());
        }, new Hosts(Set.of()));
        assertEquals(ExitCode.OK, films.run(counting, "a/take_%04d.png"));
        assertEquals(List.of("a/take_%04d.png: 3 images, 0.120 s"), films.printed());
        assertEquals(ExitCode.OK, films.run(counting, "a/take_%04d.png", "--image-rate", "6"));
        assertEquals(List.of("a/take_%04d.png: 3 images, 0.500 s"), films.printed());
        assertEquals(ExitCode.INPUT, films.run(counting, "a/none_%d.png"));
        assertThrows(CommandException.class, () -> films.run(counting, "a/take_%04d.png", "--image-rate", "fast"));
        films.write("a/odd%d.mp4", "a file may be called like this");
        assertEquals(ExitCode.OK, films.run(command, "a/odd%d.mp4"));
    }

    /** Files, and something at every host that is allowed. */
    private record Hosts(Set<String> allowed) implements MediaSources {

        @Override
        public ByteSource open(String location, Cancellation cancellation) throws MediaException {
            if (!MediaSources.isAddress(location)) {
                return MediaSources.files().open(location, cancellation);
            }
            if (allowed.stream().noneMatch(host -> location.contains("//" + host + "/"))) {
                throw new MediaException(MediaException.Reason.NOT_ALLOWED, location, "not allowed");
            }
            return new Nothing(location);
        }

        @Override
        public MediaSources allowing(Set<String> hosts) {
            Set<String> all = new TreeSet<>(allowed);
            all.addAll(hosts);
            return new Hosts(all);
        }
    }

    private record Nothing(String name) implements ByteSource {

        @Override
        public long sizeBytes() {
            return 0;
        }

        @Override
        public int read(long positionBytes, MemorySegment target) {
            return -1;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
