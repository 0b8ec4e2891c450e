package org.example.reelbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.reelbench.interchange.CanvasSize;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** A format of timelines: one cut a line, as first frame, number of frames and file. */
@Component
public final class CutList implements TimelineFormat {

    private static final int FIELDS = 3;

    @Override
    public String id() {
        return "cutlist";
    }

    @Override
    public String name() {
        return "Cut list";
    }

    @Override
    public List<String> extensions() {
        return List.of(".cuts");
    }

    @Override
    public ImportedTimeline read(Path file, ImportSettings settings, MediaLookup lookup) throws IOException {
        FrameRate rate = settings.rate().orElse(ImportSettings.FALLBACK_RATE);
        CanvasSize size = settings.size().orElse(ImportSettings.FALLBACK_SIZE);
        Map<String, MediaReference> media = new LinkedHashMap<>();
        List<Item> items = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).strip().split("\\s+", FIELDS);
            if (fields.length != FIELDS || !fields[0].matches("\\d{1,9}") || !fields[1].matches("[1-9]\\d{0,8}")) {
                throw new TimelineFormatException(file, i + 1, "this is no cut", "Write FIRST-FRAME FRAMES FILE", null);
            }
            String path = file.toAbsolutePath().resolveSibling(fields[2]).normalize().toString();
            MediaReference medium = media.computeIfAbsent(path,
                    _ -> new MediaReference(new Id("m" + media.size()), path, path, "", Extras.NONE));
            items.add(Clip.of(new Id("c" + i), fields[2], new MediaStream(medium.id(), 0), rate.timeOf(Long.parseLong(fields[0])),
                    Integer.parseInt(fields[1])));
        }
        Track track = Track.of(new Id("v"), "V1", TrackKind.VIDEO).withItems(TrackItems.of(items));
        String name = file.getFileName().toString();
        Sequence sequence = new Sequence(new Id("s"), name, rate, size.widthPx(), size.heightPx(), settings.sampleRateHz(),
                List.of(track), Extras.NONE);
        return new ImportedTimeline(name, List.of(sequence), List.copyOf(media.values()), List.of(), Extras.NONE);
    }
}
