package org.reelbench.interchange.internal.otio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.interchange.internal.json.Json;
import org.reelbench.interchange.internal.json.JsonFile;
import org.reelbench.interchange.internal.json.JsonLimits;
import org.reelbench.interchange.internal.json.JsonProblem;

/** OpenTimelineIO in its JSON form. */
@Component(service = TimelineFormat.class)
public final class OtioFormat implements TimelineFormat {

    @Override
    public String id() {
        return "otio";
    }

    @Override
    public String name() {
        return "OpenTimelineIO";
    }

    @Override
    public List<String> extensions() {
        return List.of(".otio");
    }

    @Override
    public ImportedTimeline read(Path file, ImportSettings settings, MediaLookup media) throws IOException {
        return read(file, settings, media, JsonLimits.forFiles());
    }

    static ImportedTimeline read(Path file, ImportSettings settings, MediaLookup media, JsonLimits limits) throws IOException {
        try {
            Json root = JsonFile.read(file, limits);
            // Through a link, ".." means the folder the file really lies in.
            Path folder = file.toRealPath().getParent();
            return new OtioReader(file, folder == null ? file.toAbsolutePath() : folder, settings, media).read(root);
        } catch (JsonProblem e) {
            throw new TimelineFormatException(file, e.line(), e.getMessage(), e.remedy(), e);
        }
    }
}
