package org.reelbench.interchange.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.interchange.NotCarriedOver;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.interchange.TimelineFormats;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaProbe;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All formats of the framework, as they come and go, and the media library, if there is one. */
@Component
public final class KnownFormats implements TimelineFormats {

    private static final Logger LOG = LoggerFactory.getLogger(KnownFormats.class);

    private final List<TimelineFormat> formats = new CopyOnWriteArrayList<>();

    private volatile PluginCalls calls = PluginCalls.direct();
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable MediaProbe probe;

    /** Takes a format that has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addFormat(TimelineFormat format) {
        try {
            formats.add(GuardedFormat.of(format, calls));
        } catch (PluginCallException e) {
            LOG.warn("a format of timelines is left out: {}", e.getMessage(), e);
        }
    }

    /** Forgets a format that goes. */
    public void removeFormat(TimelineFormat format) {
        formats.removeIf(known -> GuardedFormat.inner(known) == format);
    }

    /** Calls formats of plug-ins through a guard, those that are there already, too. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void setCalls(PluginCalls guard) {
        calls = guard;
        for (TimelineFormat known : List.copyOf(formats)) {
            if (guard.owner(GuardedFormat.inner(known)).isPresent() && formats.remove(known)) {
                addFormat(GuardedFormat.inner(known));
            }
        }
    }

    /** The guard goes; plug-ins have gone with it. */
    public void unsetCalls(PluginCalls guard) {
        if (calls == guard) {
            calls = PluginCalls.direct();
        }
    }

    @Override
    public List<TimelineFormat> all() {
        return formats.stream().sorted(Comparator.comparing(TimelineFormat::name)).toList();
    }

    @Override
    public Optional<TimelineFormat> forFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return all().stream().filter(format -> format.extensions().stream().anyMatch(name::endsWith)).findFirst();
    }

    @Override
    public ImportedTimeline read(Path file, ImportSettings settings, Cancellation cancellation) throws IOException {
        cancellation.check();
        TimelineFormat format = forFile(file).orElseThrow(() -> new TimelineFormatException(file, 0,
                "nobody here reads such files", "Choose one that ends with " + all().stream()
                        .flatMap(each -> each.extensions().stream()).collect(Collectors.joining(", ")) + ".",
                null));
        MediaProbe library = probe;
        if (library == null) {
            return format.read(file, settings, MediaLookup.NOTHING);
        }
        ProbedMedia media = new ProbedMedia(library, cancellation);
        ImportedTimeline read = format.read(file, settings, media);
        List<NotCarriedOver> all = new ArrayList<>(read.notCarriedOver());
        all.addAll(media.failures());
        return new ImportedTimeline(read.name(), read.sequences(), read.media(), all, read.extras());
    }
}
