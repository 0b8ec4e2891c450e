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
    /**
     * Up to here what FFmpeg writes out is not seen beside what a reader holds anyway, and raw sound in fragments, counted by a
     * thousand samples, stays within {@link Limits#INDEX_SAMPLES}.
     */
    private static final long LEAST_SAMPLES = 15_000;

    private static final long PROBES_QUOTA_BYTES = 16L << 20;

    private final SampleTables tables;
    private final ProbeMemory probes;

    /** Creates the service for the user's folder. */
    @Activate
    public ReadMemory() {
        this(CacheFolder.ofUser(), QUOTA_BYTES, LEAST_SAMPLES);
    }

    ReadMemory(Path folder, long quotaBytes, long leastSamples) {
        tables = new SampleTables(new KeptFiles(folder.resolve("samples"), quotaBytes), leastSamples);
        probes = new ProbeMemory(new KeptFiles(folder.resolve("probes"), PROBES_QUOTA_BYTES));
    }

    ProbeMemory probes() {
        return probes;
    }

    SampleTables tables() {
        return tables;
    }
}
