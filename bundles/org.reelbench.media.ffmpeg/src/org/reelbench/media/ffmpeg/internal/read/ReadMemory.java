package org.reelbench.media.ffmpeg.internal.read;

import java.nio.file.Path;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.reelbench.media.CacheFolder;
import org.reelbench.media.ffmpeg.internal.samples.KeptFiles;

/** What the readers remember of media between runs, in the user's cache folder. Nothing is read or made before it is needed. */
@Component(service = ReadMemory.class)
public final class ReadMemory {

    private static final long QUOTA_BYTES = 1L << 30;
    /** Up to here what FFmpeg writes out is not seen beside what a reader holds anyway. */
    private static final long LEAST_SAMPLES = 20_000;

    private final SampleTables tables;

    /** Creates the service for the user's folder. */
    @Activate
    public ReadMemory() {
        this(CacheFolder.ofUser().resolve("samples"), QUOTA_BYTES, LEAST_SAMPLES);
    }

    ReadMemory(Path folder, long quotaBytes, long leastSamples) {
        KeptFiles files = new KeptFiles(folder, quotaBytes);
        tables = new SampleTables(files, leastSamples);
    }

    SampleTables tables() {
        return tables;
    }
}
