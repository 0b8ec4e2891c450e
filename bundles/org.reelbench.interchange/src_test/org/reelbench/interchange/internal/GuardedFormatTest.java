package org.reelbench.interchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.media.CancelledException;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;

/** Formats of plug-ins, called through a guard. */
class GuardedFormatTest {

    private static final Path FILE = Path.of("film.cuts");

    /** What the format does when it reads. */
    @FunctionalInterface
    private interface Reading {
        void read(MediaLookup media) throws IOException;
    }

    /** A format as a plug-in brings it. */
    private record Cuts(Reading reading) implements TimelineFormat {

        @Override
        public String id() {
            return "cuts";
        }

        @Override
        public String name() {
            return "Cuts";
        }

        @Override
        public List<String> extensions() {
            return List.of(".cuts");
        }

        @Override
        public ImportedTimeline read(Path file, ImportSettings settings, MediaLookup media) throws IOException {
            reading.read(media);
            throw new NoSuchFileException(file.toString());
        }
    }

    /** A guard that knows all of them as a plug-in's, and counts as the real one does. */
    private static final class Guard implements PluginCalls {

        private final List<String> called = new ArrayList<>();
        private int failed;
        private int outside;
        private boolean refuses;

        @Override
        public Optional<Owner> owner(Object provider) {
            return provider instanceof Cuts ? Optional.of(new Owner("org.example", "1.0.0", "00")) : Optional.empty();
        }

        @Override
        public <T, E extends Exception> T call(Object provider, String what, Call<T, E> call) throws E {
            called.add(what);
            if (refuses) {
                throw new PluginCallException("org.example", false, "the plug-in org.example is not called any more", null);
            }
            try {
                return call.run();
            } catch (RuntimeException e) {
                failed++;
                throw new PluginCallException("org.example", true, "the plug-in org.example failed in '" + what + "': " + e, e);
            }
        }

        @Override
        public <T, E extends Exception> T outside(Call<T, E> own) throws E {
            outside++;
            return own.run();
        }

        @Override
        public Loan lend(Object provider, long address, long bytes) {
            return PluginCalls.direct().lend(provider, address, bytes);
        }
    }

    private final Guard guard = new Guard();

    private void read(Reading reading, MediaLookup media) throws IOException {
        GuardedFormat.of(new Cuts(reading), guard).read(FILE, ImportSettings.DEFAULT, media);
    }

    @Test
    void whatItSaysOfItselfIsAskedOnceAndReadingEachTime() {
        TimelineFormat format = GuardedFormat.of(new Cuts(_ -> {
        }), guard);
        assertEquals("cuts Cuts [.cuts]", format.id() + " " + format.name() + " " + format.extensions());
        assertThrows(NoSuchFileException.class, () -> format.read(FILE, ImportSettings.DEFAULT, MediaLookup.NOTHING));
        assertEquals(List.of("describe", "read"), guard.called);
        assertEquals(0, guard.failed, "a file that is not there is no fault of the plug-in");
        TimelineFormat ours = new OtherFormat();
        assertSame(ours, GuardedFormat.of(ours, guard), "nobody else's format is guarded");
    }

    @Test
    void oneThatFailsIsNamedWithTheFile() {
        TimelineFormatException e = assertThrows(TimelineFormatException.class, () -> read(_ -> {
            throw new IllegalStateException("out of order");
        }, MediaLookup.NOTHING));
        assertTrue(e.getMessage().startsWith("film.cuts: the plug-in org.example failed in 'read'"), e.getMessage());
        assertEquals(1, guard.failed);
    }

    @Test
    void mediaAreLookedIntoInTheProgramsOwnTimeAndWhoStopsThatIsNotThePlugin() {
        assertThrows(CancelledException.class, () -> read(media -> media.find(FILE), _ -> {
            throw new CancelledException();
        }));
        assertEquals(1, guard.outside);
        assertEquals(0, guard.failed);
    }

    @Test
    void aGuardThatComesLaterGuardsWhatIsThereAndOneThatDoesNotAnswerIsLeftOut() {
        KnownFormats formats = new KnownFormats();
        Cuts cuts = new Cuts(_ -> {
        });
        formats.addFormat(cuts);
        assertSame(cuts, formats.forFile(FILE).orElseThrow());
        formats.setCalls(guard);
        assertSame(cuts, GuardedFormat.inner(formats.forFile(FILE).orElseThrow()));
        assertEquals(List.of("describe"), guard.called);
        formats.removeFormat(cuts);
        assertEquals(List.of(), formats.all());
        guard.refuses = true;
        formats.addFormat(cuts);
        assertEquals(List.of(), formats.all());
    }

    /** One that the program has itself. */
    private static final class OtherFormat implements TimelineFormat {

        @Override
        public String id() {
            return "other";
        }

        @Override
        public String name() {
            return "Other";
        }

        @Override
        public List<String> extensions() {
            return List.of(".other");
        }

        @Override
        public ImportedTimeline read(Path file, ImportSettings settings, MediaLookup media) throws IOException {
            throw new NoSuchFileException(file.toString());
        }
    }
}
