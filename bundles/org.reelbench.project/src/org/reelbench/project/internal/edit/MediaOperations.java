package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.ID;
import static org.reelbench.project.ParameterType.TEXT;
import static org.reelbench.project.internal.edit.Operation.onProject;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.internal.file.MediaPaths;
import org.reelbench.project.internal.file.Places;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;

/**
 * The edits of the project's media.
 */
final class MediaOperations {

    private static final ParameterDescription MEDIA = required("media", ID, "the medium");
    private static final String PATH = "the file, absolute or, once the project is saved, relative to the project file; or an"
            + " http(s) address";

    private MediaOperations() {
    }

    static List<Operation> all() {
        return List.of(onProject(EditCommands.ADD_MEDIA, "Adds a media file; it is not opened.", MediaOperations::add,
                required("path", TEXT, PATH),
                optional("name", TEXT, "its name; without it that of the file"),
                optional("fingerprint", TEXT, "what identifies its content, if that is known"), InterpretOperations.IMAGES.get(0),
                InterpretOperations.IMAGES.get(1), InterpretOperations.IMAGES.get(2), RecordingOperations.RECORDING,
                RecordingOperations.LENGTH),
                onProject(EditCommands.RELINK_MEDIA, "Tells where the file of a medium is now; it is not opened.",
                        MediaOperations::relink, MEDIA,
                        required("path", TEXT, PATH),
                        optional("fingerprint", TEXT, "what identifies its content; without it what was known before")),
                onProject(EditCommands.REMOVE_MEDIA, "Takes a medium out of the project; its file stays. Refused while a clip"
                        + " uses it.", MediaOperations::remove, MEDIA),
                onProject(EditCommands.SET_FINGERPRINT, "Notes what identifies the content of a medium.",
                        MediaOperations::setFingerprint, MEDIA,
                        required("fingerprint", TEXT, "the fingerprint; empty if it is not known any more")),
                onProject(EditCommands.SET_BIN, "Puts a medium into a folder of the media bin; its file stays where it is.",
                        MediaOperations::setBin, MEDIA,
                        required("bin", TEXT,
                                "the folder, such as \"Day 1/Beach\" for the folder Beach in the folder Day 1; empty"
                                        + " takes the medium out of all")));
    }

    private static Outcome add(Editing editing) throws EditRefused {
        Parameters parameters = editing.parameters();
        Place place = place(editing, parameters.text("path"));
        String stored = place.path();
        for (MediaReference media : editing.project().media()) {
            if (media.path().equals(stored)) {
                throw parameters.refused("'" + Places.shown(stored) + "' is in the project already, as '" + media.id() + "'");
            }
        }
        Id id = FreshIds.media(editing.project());
        String name = parameters.text("name", place.name());
        List<MediaReference> media = new ArrayList<>(editing.project().media());
        try {
            media.add(new MediaReference(id, name, stored, parameters.text("fingerprint", ""), Extras.NONE)
                    .withImageSequence(InterpretOperations.images(parameters))
                    .withRecorded(RecordingOperations.recorded(editing)));
        } catch (IllegalArgumentException e) {
            throw parameters.refused(String.valueOf(e.getMessage()));
        }
        return new Outcome(editing.project().withMedia(media), "Add media '" + Places.shown(name) + "'", List.of(id));
    }

    private static Outcome relink(Editing editing) throws EditRefused {
        MediaReference before = medium(editing);
        Place place = place(editing, editing.parameters().text("path"));
        // A name that nobody chose follows the file; one that somebody gave stays.
        String plain = before.isRemote() ? withoutQuery(before.path()) : before.path();
        boolean namedByFile = plain.endsWith("/" + before.name()) || plain.equals(before.name());
        String name = namedByFile ? place.name() : before.name();
        String fingerprint = editing.parameters().text("fingerprint", before.fingerprint());
        MediaReference after;
        try {
            after = before.withName(name).withPath(place.path()).withFingerprint(fingerprint);
        } catch (IllegalArgumentException e) {
            throw new EditRefused(e.getMessage(), e);
        }
        return outcome(editing, before, List.of(after), "Relink");
    }

    private static Outcome remove(Editing editing) throws EditRefused {
        MediaReference medium = medium(editing);
        List<String> users = new ArrayList<>();
        for (Sequence sequence : editing.project().sequences()) {
            for (Track track : sequence.tracks()) {
                for (Item item : track.items()) {
                    if (item instanceof Clip clip && uses(clip, medium.id())) {
                        users.add(Editing.shown(clip));
                    }
                }
            }
        }
        if (!users.isEmpty()) {
            throw editing.parameters().refused(users.size() == 1
                    ? "the clip " + users.getFirst() + " uses " + shown(medium) + "; delete it first"
                    : users.size() + " clips use " + shown(medium) + ", the first is " + users.getFirst()
                            + "; delete them first");
        }
        return outcome(editing, medium, List.of(), "Remove media");
    }

    private static boolean uses(Clip clip, Id medium) {
        return clip.content() instanceof MediaStream stream && stream.media().equals(medium)
                || clip.content() instanceof Still still && still.media().equals(medium);
    }

    private static Outcome setFingerprint(Editing editing) throws EditRefused {
        MediaReference before = medium(editing);
        MediaReference after = before.withFingerprint(editing.parameters().text("fingerprint"));
        return outcome(editing, before, List.of(after), "Fingerprint of");
    }

    private static Outcome setBin(Editing editing) throws EditRefused {
        MediaReference before = medium(editing);
        String bin = editing.parameters().text("bin");
        if (!MediaReference.isBin(bin)) {
            throw editing.parameters().wrong("bin", "a folder such as \"Day 1/Beach\", or empty");
        }
        return outcome(editing, before, List.of(before.withBin(bin)), "Set folder of");
    }

    static MediaReference medium(Editing editing) throws EditRefused {
        Id id = editing.parameters().id("media");
        return editing.project().media(id).orElseThrow(() -> editing.parameters().refused("there is no medium '" + id + "'"));
    }

    static Outcome outcome(Editing editing, MediaReference before, List<MediaReference> after, String what) {
        List<MediaReference> media = new ArrayList<>(editing.project().media());
        int index = media.indexOf(before);
        media.remove(index);
        media.addAll(index, after);
        return new Outcome(editing.project().withMedia(media), what + " " + shown(before), List.of());
    }

    private static String shown(MediaReference medium) {
        return "'" + Places.shown(medium.name().isBlank() ? medium.id().value() : medium.name()) + "'";
    }

    /** What a medium's path becomes in the project, and the name it gives the medium. */
    private record Place(String path, String name) {
    }

    private static Place place(Editing editing, String text) throws EditRefused {
        if (MediaReference.isAddress(text)) {
            String path = withoutQuery(text);
            String name = path.substring(path.lastIndexOf('/') + 1);
            return new Place(text, name.isEmpty() ? path : name);
        }
        Path path = path(editing, text);
        Path fileName = path.getFileName();
        if (fileName == null) {
            throw editing.parameters().refused("'" + path + "' is no file");
        }
        return new Place(MediaPaths.slashed(path), fileName.toString());
    }

    private static String withoutQuery(String address) {
        return address.replaceFirst("[?#].*", "");
    }

    private static Path path(Editing editing, String text) throws EditRefused {
        if (text.isBlank()) {
            throw editing.parameters().wrong("path", "the path of a file");
        }
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return path.normalize();
            }
            return editing.folder().orElseThrow(() -> editing.parameters().refused(
                    "the project has no folder before it is saved: give the absolute path instead of '"
                            + Places.shown(text) + "'"))
                    .resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new EditRefused("'" + Places.shown(text) + "' cannot be a path: " + e.getReason(), e);
        }
    }
}
