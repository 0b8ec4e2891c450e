package org.reelbench.encoding.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.reelbench.media.Cancellation;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.FilmTags;
import org.reelbench.media.MediaException;
import org.reelbench.media.Muxer;
import org.reelbench.media.Muxers;

/** Muxers whose file says "whole" when it is, and which keep what they were given. */
final class FakeMuxers implements Muxers {

    final Leases open = new Leases();
    final List<List<CodecParameters>> streams = new ArrayList<>();
    final List<FilmTags> tags = new ArrayList<>();
    final List<String> packets = new ArrayList<>();
    private final Trouble trouble;
    private Runnable whenWritten = () -> {
        // nobody looks
    };

    FakeMuxers(Trouble trouble) {
        this.trouble = trouble;
    }

    /** Calls somebody after each packet, on the thread that encodes. */
    void afterEachPacket(Runnable look) {
        whenWritten = look;
    }

    @Override
    public Muxer open(Path file, String container, List<CodecParameters> wanted, Map<String, String> options, FilmTags said)
            throws MediaException {
        tags.add(said);
        trouble.pass("open muxer");
        write(file, container + " begun");
        streams.add(wanted);
        open.open();
        return new FakeMuxer(file);
    }

    private static void write(Path file, String text) throws MediaException {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNWRITABLE, file.toString(), "it cannot be written", e);
        }
    }

    private final class FakeMuxer implements Muxer {

        private final Path file;

        FakeMuxer(Path file) {
            this.file = file;
        }

        @Override
        public void write(int stream, EncodedPacket packet) throws MediaException {
            trouble.pass("write " + stream + " " + packet.ptsTicks());
            packets.add(stream + " " + packet.ptsTicks());
            whenWritten.run();
        }

        @Override
        public void finish(Cancellation cancellation) throws MediaException {
            trouble.pass("finish muxer");
            FakeMuxers.write(file, "whole");
        }

        @Override
        public void close() {
            open.close();
        }
    }
}
