package org.reelbench.rest.internal.api;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import org.reelbench.preview.PreviewAddresses;
import org.reelbench.preview.PreviewPublication;
import org.reelbench.project.Change;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes what a project is at the moment. */
final class ProjectState {

    private ProjectState() {
    }

    /** Writes the members of a project, with the addresses of its previews where these are served. */
    static void write(JsonGenerator json, Published published, Optional<PreviewPublication> previews) throws IOException {
        ProjectSession session = published.session();
        // In this order, so that a command that carries the revision was decided on what follows or is refused.
        long revision = session.revision();
        Project project = session.project();
        json.writeStringField("id", published.id());
        json.writeStringField("name", project.name());
        write(json, "file", session.file().map(Object::toString));
        json.writeNumberField("revision", revision);
        json.writeBooleanField("unsaved", session.isDirty());
        write(json, "undo", session.undoLabel());
        write(json, "redo", session.redoLabel());
        write(json, "journalProblem", session.journalProblem());
        json.writeStringField("mainSequence", project.mainSequenceId().value());
        json.writeArrayFieldStart("sequences");
        for (Sequence sequence : project.sequences()) {
            write(json, sequence, previews);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Sequence sequence, Optional<PreviewPublication> previews)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", sequence.id().value());
        json.writeStringField("name", sequence.name());
        json.writeStringField("rate", sequence.rate().framesPerSecond().toString());
        json.writeNumberField("durationFrames", sequence.durationFrames());
        if (previews.isPresent()) {
            PreviewAddresses addresses = previews.get().addresses(sequence.id());
            json.writeObjectFieldStart("preview");
            json.writeStringField("page", addresses.page().toString());
            json.writeStringField("manifest", addresses.manifest().toString());
            json.writeStringField("hls", addresses.hls().toString());
            json.writeStringField("stream", addresses.stream().toString());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Writes what a change did. */
    static void write(JsonGenerator json, Change change) throws IOException {
        json.writeStringField("kind", change.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("command", change.command().name());
        json.writeStringField("label", change.label());
        json.writeArrayFieldStart("created");
        for (Id id : change.created()) {
            json.writeString(id.value());
        }
        json.writeEndArray();
        json.writeNumberField("revision", change.revision());
    }

    private static void write(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
