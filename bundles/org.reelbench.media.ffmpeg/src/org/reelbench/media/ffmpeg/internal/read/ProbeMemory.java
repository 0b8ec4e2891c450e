package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.bytedeco.ffmpeg.global.avformat;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.ffmpeg.internal.samples.KeptFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What probing said of media, in memory and on disk: finding it out again takes FFmpeg ten milliseconds, looking it up takes
 * one the first time and next to nothing later.
 * <p>
 * For every thread.
 */
final class ProbeMemory {

    private static final Logger LOG = LoggerFactory.getLogger(ProbeMemory.class);
    /** To be counted up when something is told in another way, or something more is told. */
    private static final int FORMAT = 1;
    private static final String ENDING = ".probe";
    private static final int HELD = 1000;

    private final KeptFiles files;
    private final Map<String, MediaInfo> held = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MediaInfo> eldest) {
            return size() > HELD;
        }
    };

    ProbeMemory(KeptFiles files) {
        this.files = files;
    }

    /** What is known of the bytes of a stamp. */
    Optional<MediaInfo> find(String stamp) {
        String key = key(stamp);
        synchronized (held) {
            MediaInfo known = held.get(key);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Path file = files.file(key, ENDING);
        try {
            MediaInfo read = MediaInfoBytes.read(Files.readAllBytes(file), key);
            files.used(file);
            hold(key, read);
            return Optional.of(read);
        } catch (NoSuchFileException e) {
            LOG.trace("{} is not known yet", file, e);
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            LOG.info("{} is made anew: {}", file, e.toString());
            files.delete(file);
        }
        return Optional.empty();
    }

    /** Keeps what probing said of the bytes of a stamp. */
    void keep(String stamp, MediaInfo info) {
        String key = key(stamp);
        hold(key, info);
        Path file = files.file(key, ENDING);
        try {
            Path unfinished = files.unfinished(file);
            try {
                Files.write(unfinished, MediaInfoBytes.of(key, info));
                files.finish(unfinished, file);
            } finally {
                files.delete(unfinished);
            }
        } catch (IOException e) {
            files.refused(e);
        }
    }

    private void hold(String key, MediaInfo info) {
        synchronized (held) {
            held.put(key, info);
        }
    }

    private static String key(String stamp) {
        return "probe " + FORMAT + " " + avformat.avformat_version() + "\n" + stamp;
    }
}
