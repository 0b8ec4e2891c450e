package org.reelbench.encoding.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportException.Reason;
import org.reelbench.encoding.ExportJob;
import org.reelbench.media.MediaException;

/** Exports that make no film: why, and what is left of them, which is nothing. */
@Timeout(120)
class ExportFaultTest {

    @TempDir
    Path folder = Path.of("set by the framework");

    @ParameterizedTest
    @CsvSource({ "render 0, DAMAGED, SOURCE", "render 37, MISSING, SOURCE", "sound, UNSUPPORTED, SOURCE",
            "encode 0, NO_ENCODER, ENCODER",
            "encode 20, NO_ENCODER, ENCODER", "encode 59, NO_ENCODER, ENCODER", "finish video, NO_ENCODER, ENCODER",
            "finish audio, NO_ENCODER, ENCODER", "open video, NO_ENCODER, ENCODER", "open audio, NO_ENCODER, ENCODER",
            "open muxer, UNWRITABLE, TARGET", "open muxer, DISK_FULL, DISK_FULL", "open muxer, UNSUPPORTED, ENCODER",
            "write 0 12, DISK_FULL, DISK_FULL", "write 1 3840, DISK_FULL, DISK_FULL", "write 0 59, UNWRITABLE, TARGET",
            "finish muxer, DISK_FULL, DISK_FULL" })
    void aFailureAnywhereHasItsReasonAndKeepsTheOldFile(String place, MediaException.Reason failure, Reason reason)
            throws Exception {
        try (Bench bench = new Bench(folder)) {
            Files.writeString(bench.target, "old");
            bench.trouble.fail(place, new MediaException(failure, "medium", "it went wrong; do this"));
            ExportJob job = Bench.end(bench.exports.start(bench.film(60)));
            ExportException e = assertThrows(ExportException.class, job::result);
            assertEquals(reason, e.reason());
            assertTrue(e.getMessage().contains("it went wrong; do this"), e::getMessage);
            assertTrue(e.getMessage().contains(reason == Reason.SOURCE ? "clip 'clip' at 00:00:01:00" : bench.target.toString()),
                    e::getMessage);
            assertEquals("old", Files.readString(bench.target));
            assertTrue(job.progress().doneFrames() <= 60);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "render 12", "sound", "encode 12", "write 0 12", "finish video", "finish muxer", "open audio",
            "open muxer" })
    void aDefectEndsTheJobWithWords(String place) throws Exception {
        for (Throwable defect : new Throwable[] { new IllegalStateException("a defect"), new UnsatisfiedLinkError("a defect") }) {
            try (Bench bench = new Bench(folder)) {
                // The log is to be short, too.
                defect.setStackTrace(new StackTraceElement[0]);
                bench.trouble.fail(place, defect);
                ExportException e = assertThrows(ExportException.class, () -> bench.export(bench.film(60)));
                assertTrue(e.getMessage().contains("a defect"), e::getMessage);
                assertFalse(Files.exists(bench.target));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "render 0", "render 30", "sound", "encode 0", "encode 30", "write 0 30", "write 1 9600",
            "finish video", "finish muxer",
            "open muxer" })
    void cancellingAnywhereLeavesNothing(String place) throws Exception {
        try (Bench bench = new Bench(folder)) {
            Trouble.Stop stop = bench.trouble.stop(place);
            ExportJob job = bench.exports.start(bench.film(60));
            stop.awaitReached();
            job.cancel();
            job.cancel();
            stop.goOn();
            ExportException e = assertThrows(ExportException.class, () -> Bench.end(job).result());
            assertEquals(Reason.CANCELLED, e.reason());
            assertFalse(Files.exists(bench.target));
            assertFalse(Files.exists(bench.partial()));
        }
    }

    @Test
    void cancellingStopsWhatTheEncodersHeldBack() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Trouble.Stop stop = bench.trouble.stop("finish video");
            ExportJob job = bench.exports.start(bench.film(60));
            stop.awaitReached();
            job.cancel();
            stop.goOn();
            Bench.end(job);
            assertEquals("0 56", bench.muxers.packets.getLast(), "of 60 pictures the last three were held back");
        }
    }

    @Test
    void cancellingAfterTheEndChangesNothing() throws Exception {
        try (Bench bench = new Bench(folder)) {
            ExportJob job = Bench.end(bench.exports.start(bench.film(5)));
            job.cancel();
            assertEquals(5, job.result().frames());
            assertTrue(Files.exists(bench.target));
        }
    }

    @Test
    void everyoneWhoAsksHearsWhyThereIsNoFile() throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.trouble.fail("encode 3", new MediaException(MediaException.Reason.NO_ENCODER, "", "it failed"));
            ExportJob job = Bench.end(bench.exports.start(bench.film(60)));
            ExportException first = assertThrows(ExportException.class, job::result);
            ExportException second = assertThrows(ExportException.class, job::result);
            assertNotSame(first, second);
            assertEquals(first.getMessage(), second.getMessage());
        }
    }

    @Test
    void stoppingTheServiceCancelsAndWaits() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Trouble.Stop stop = bench.trouble.stop("encode 3");
            ExportJob job = bench.exports.start(bench.film(100_000));
            stop.awaitReached();
            assertThrows(ExportException.class, () -> bench.exports.start(bench.film(5)), "the file is taken");
            stop.goOn();
            bench.exports.stop();
            assertTrue(job.awaitEnd(java.time.Duration.ZERO), "the service is gone, its export is not");
            assertEquals(Reason.CANCELLED, assertThrows(ExportException.class, job::result).reason());
            assertFalse(Files.exists(bench.partial()));
        }
    }

    @Test
    void aFileThatCannotTakeItsNameIsATargetThatCannotBeWritten() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Trouble.Stop stop = bench.trouble.stop("finish muxer");
            ExportJob job = bench.exports.start(bench.film(5));
            stop.awaitReached();
            Files.createDirectories(bench.target.resolve("a folder took the name"));
            stop.goOn();
            assertEquals(Reason.TARGET, assertThrows(ExportException.class, () -> Bench.end(job).result()).reason());
        }
    }
}
