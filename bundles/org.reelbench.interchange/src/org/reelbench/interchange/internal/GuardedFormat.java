package org.reelbench.interchange.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.MediaFacts;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;

/** A format of a plug-in, called through the guard; what it says of itself is asked once. For every thread. */
final class GuardedFormat implements TimelineFormat {

    private final TimelineFormat format;
    private final PluginCalls calls;
    private final String id;
    private final String name;
    private final List<String> extensions;

    private GuardedFormat(TimelineFormat format, PluginCalls calls) {
        this.format = format;
        this.calls = calls;
        id = format.id();
        name = format.name();
        extensions = List.copyOf(format.extensions());
    }

    /** Returns a format as it is to be called: one that no plug-in brought as it is. */
    static TimelineFormat of(TimelineFormat format, PluginCalls calls) {
        if (calls.owner(format).isEmpty()) {
            return format;
        }
        return calls.<TimelineFormat, RuntimeException>call(format, "describe",
                () -> new GuardedFormat(format, calls));
    }

    /** Returns what a bundle brought. */
    static TimelineFormat inner(TimelineFormat known) {
        return known instanceof GuardedFormat guarded ? guarded.format : known;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> extensions() {
        return extensions;
    }

    @Override
    public ImportedTimeline read(Path file, ImportSettings settings, MediaLookup media) throws IOException {
        Lookup lookup = new Lookup(media);
        try {
            ImportedTimeline read = calls.<@Nullable ImportedTimeline, IOException>call(format, "read",
                    () -> read(file, settings, lookup));
            if (read != null) {
                return read;
            }
        } catch (PluginCallException e) {
            throw new TimelineFormatException(file, 0, String.valueOf(e.getMessage()), "Or export it in another format.", e);
        }
        throw lookup.failure();
    }

    /** Null if the program's own code failed meanwhile, or was asked to stop: that is no fault of the plug-in. */
    private @Nullable ImportedTimeline read(Path file, ImportSettings settings, Lookup lookup) throws IOException {
        try {
            return format.read(file, settings, lookup);
        } catch (RuntimeException e) {
            if (lookup.threw(e)) {
                return null;
            }
            throw e;
        }
    }

    /** The program's own looking into media, for which the plug-in has all the time it takes. */
    private final class Lookup implements MediaLookup {

        private final MediaLookup media;
        private volatile @Nullable RuntimeException failure;

        Lookup(MediaLookup media) {
            this.media = media;
        }

        @Override
        public Optional<MediaFacts> find(Path file) {
            try {
                return calls.outside(() -> media.find(file));
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }

        boolean threw(RuntimeException e) {
            return e == failure;
        }

        RuntimeException failure() {
            RuntimeException known = failure;
            return known == null ? new IllegalStateException(name + " read nothing") : known;
        }
    }
}
