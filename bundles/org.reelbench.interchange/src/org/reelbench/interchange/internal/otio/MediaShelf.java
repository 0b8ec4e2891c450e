package org.reelbench.interchange.internal.otio;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reelbench.interchange.MediaFacts;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.MediaReference;

/**
 * The media of the file, each once: it names them anew with every clip.
 */
final class MediaShelf {

    /** One medium. */
    record Shelved(MediaReference reference, Optional<MediaFacts> facts) {
    }

    private final Path folder;
    private final MediaLookup lookup;
    private final Ids ids;
    private final Map<String, Optional<String>> pathByAddress = new HashMap<>();
    private final Map<String, Optional<MediaFacts>> factsByPath = new HashMap<>();
    private final Map<String, Shelved> byPath = new LinkedHashMap<>();

    MediaShelf(Path folder, MediaLookup lookup, Ids ids) {
        this.folder = folder;
        this.lookup = lookup;
        this.ids = ids;
    }

    /** Returns the path an address names, or nothing if it names no file. */
    Optional<String> path(String address) {
        return pathByAddress.computeIfAbsent(address, text -> MediaUrl.resolve(text, folder));
    }

    /** Returns the medium of a path; name and extras count where it is new. */
    Shelved put(String path, String name, Extras extras, boolean mustLook) {
        Shelved known = byPath.get(path);
        if (known == null) {
            String shownName = name.isBlank() ? path.substring(path.lastIndexOf('/') + 1) : name;
            known = new Shelved(new MediaReference(ids.next("m"), shownName, path, "", extras),
                    mustLook ? look(path) : Optional.empty());
            byPath.put(path, known);
        }
        return known;
    }

    /** Returns the medium that is the numbered files of a pattern; what is known of the first file is known of all. */
    Shelved putImages(String pattern, String firstPath, ImageSequence images) {
        return byPath.computeIfAbsent(pattern + " " + images, _ -> {
            String name = pattern.substring(pattern.lastIndexOf('/') + 1);
            MediaReference reference = new MediaReference(ids.next("m"), name, pattern, "", Extras.NONE);
            return new Shelved(reference.withImageSequence(images), look(firstPath));
        });
    }

    /** Returns what is known of all media that were looked at, in the order of the file. */
    List<MediaFacts> facts() {
        return byPath.values().stream().flatMap(shelved -> shelved.facts().stream()).toList();
    }

    /** Returns all media in the order of the file. */
    List<MediaReference> all() {
        return byPath.values().stream().map(Shelved::reference).toList();
    }

    /** Looks at a medium, once. */
    Optional<MediaFacts> look(String path) {
        return factsByPath.computeIfAbsent(path, this::find);
    }

    private Optional<MediaFacts> find(String path) {
        try {
            Path file = Path.of(path);
            // A path of Windows means nothing here, and that of another machine must not be asked for unseen.
            boolean isLocal = file.isAbsolute() && !path.startsWith("//");
            return isLocal ? lookup.find(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

}
