package org.reelbench.media.ffmpeg.internal.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.reelbench.media.ByteSource;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException.Reason;

/**
 * One hostile or odd medium and what may become of it.
 *
 * @param kind the class of attack
 * @param name what it is, for the report
 * @param medium makes it
 * @param expected the outcomes that are right: {@link #READ}, or reasons of refusal
 */
record HostileCase(String kind, String name, Medium medium, Set<String> expected) {

    /** The outcome of a medium whose streams could be read, if only in parts. */
    static final String READ = "READ";

    /** Makes and opens a medium. */
    @FunctionalInterface
    interface Medium {

        /**
         * Opens the medium.
         *
         * @param folder a folder of its own
         * @return its bytes
         */
        ByteSource open(Path folder) throws Exception;
    }

    static Set<String> only(Reason... reasons) {
        return Stream.of(reasons).map(Reason::name).collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> read() {
        return Set.of(READ);
    }

    /** Read, or refused for one of some reasons: where it depends on how far FFmpeg gets. */
    static Set<String> readOr(Reason... reasons) {
        Set<String> outcomes = only(reasons);
        outcomes.add(READ);
        return outcomes;
    }

    /** A file of some bytes. */
    static HostileCase file(String kind, String name, String fileName, byte[] bytes, Set<String> expected) {
        return new HostileCase(kind, name, folder -> FileByteSource.open(Files.write(folder.resolve(fileName), bytes)), expected);
    }

    /** Bytes in memory that are read as they are. */
    static HostileCase source(String kind, String name, ByteSource source, Set<String> expected) {
        return new HostileCase(kind, name, _ -> source, expected);
    }
}
