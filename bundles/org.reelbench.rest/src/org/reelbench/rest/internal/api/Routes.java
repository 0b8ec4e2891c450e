package org.reelbench.rest.internal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.reelbench.capture.Recorder;
import org.reelbench.capture.Recording;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.preview.PreviewPublication;
import org.reelbench.project.CommandDescription;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.rest.internal.answer.Call;
import org.reelbench.rest.internal.answer.Problem;
import org.reelbench.rest.internal.answer.Reply;
import org.reelbench.rest.internal.export.RunningExport;
import org.reelbench.rest.internal.record.Devices;
import org.reelbench.rest.internal.record.RunningRecording;

/** Everything that can be asked. The document for programs is made of the same list. */
public final class Routes {

    private static final String PROJECT = "projects/{project}/";
    private static final String EXPORT = PROJECT + "exports/{export}";
    private static final String RECORDING = PROJECT + "recordings/{recording}";

    private final Projects projects;
    private final ExportPresets presets;
    private final Supplier<Optional<PreviewPublication>> previews;
    private final List<Route> all;
    private final Reply document;

    /** Creates them. */
    public Routes(Projects projects, ExportPresets presets, Supplier<Optional<PreviewPublication>> previews) {
        this.projects = projects;
        this.presets = presets;
        this.previews = previews;
        all = List.of(
                Route.get("openapi.json", "This document.", "Document", _ -> document()),
                Route.get("commands", "Lists the edits that can be made.", "Commands", _ -> commands()),
                Route.get("presets", "Lists how films can be encoded.", "Presets", _ -> presets()),
                Route.get("projects", "Lists the projects that are open.", "Projects", _ -> list()),
                Route.get(PROJECT, "Tells what a project is at the moment.", "Project", call -> state(project(call))),
                Route.get(PROJECT + "content", "Returns the text that its file would have, were it saved now.", "Content",
                        call -> content(project(call).session())),
                new Route("POST", PROJECT + "commands",
                        "Makes an edit, or all edits of a script as one. Undo takes it back, whoever asks for it.",
                        Map.of(Reply.JSON, "Command", Edits.SCRIPT, "Script"), Route.DONE, "Change",
                        List.of(400, 409, 413, 415, 422),
                        call -> Edits.execute(project(call).session(), call)),
                post("undo", "Undoes the edit made last.", "Change",
                        call -> Edits.change(project(call).session(), ProjectSession::undo)),
                post("redo", "Does again what was undone last.", "Change",
                        call -> Edits.change(project(call).session(), ProjectSession::redo)),
                post("save", "Saves the project.", "Project", call -> Edits.save(project(call))),
                Route.get(PROJECT + "exports", "Lists its films: those being made, and the last that were.", "Exports",
                        call -> exports(project(call))),
                new Route("POST", PROJECT + "exports", "Makes a film of the project as it is now.",
                        Map.of(Reply.JSON, "ExportRequest"), Route.BEGUN, "Export", List.of(400, 403, 409, 415, 422),
                        this::export),
                Route.get(EXPORT, "Tells how far a film is.", "Export", this::film),
                new Route("DELETE", EXPORT, "Stops a film that is being made; what there is of it goes.", Map.of(),
                        Route.DONE, "Export",
                        List.of(404), this::cancel),
                Route.get("devices", "Lists the screens, cameras and microphones that can be recorded.", "Devices",
                        _ -> devices()),
                Route.get(PROJECT + "recordings", "Lists its recordings: those being made, and the last that were.",
                        "Recordings", call -> recordings(project(call))),
                new Route("POST", PROJECT + "recordings",
                        "Starts a recording, and puts it on the timeline at once where that is asked for.",
                        Map.of(Reply.JSON, "RecordingRequest"), Route.BEGUN, "Recording", List.of(400, 403, 409, 415, 422),
                        this::record),
                Route.get(RECORDING, "Tells how a recording goes.", "Recording", call -> Reply.of(recording(call)::write)),
                new Route("POST", RECORDING + "/stop", "Ends a recording; its file is finished.", Map.of(), Route.DONE,
                        "Recording", List.of(404), call -> ended(recording(call), Recording::stop)),
                new Route("POST", RECORDING + "/put",
                        "Puts a recording on the timeline, where it grows until its end. Undo takes it off.",
                        Map.of(Reply.JSON, "RecordingPlace"), Route.DONE, "Recording", List.of(400, 409, 415, 422),
                        this::put),
                new Route("DELETE", RECORDING, "Gives a recording up that is being made; its file goes.", Map.of(), Route.DONE,
                        "Recording", List.of(404), call -> ended(recording(call), Recording::cancel)));
        document = OpenApi.of(all);
    }

    private static Route post(String name, String summary, String gives, Route.Handler handler) {
        return new Route("POST", PROJECT + name, summary, Map.of(), Route.DONE, gives, List.of(409, 422), handler);
    }

    /** All of them. */
    List<Route> all() {
        return all;
    }

    /**
     * Answers a request.
     *
     * @param path behind the API's address, without a slash before it
     */
    public Reply answer(String method, String path, String type, InputStream body) throws Problem, IOException {
        String allow = "";
        for (Route route : all) {
            Optional<Map<String, String>> names = route.match(path);
            if (names.isPresent() && route.method().equals(method)) {
                return route.handler().answer(new Call(names.get(), Call.typeOf(type), body));
            }
            if (names.isPresent()) {
                allow += (allow.isEmpty() ? "" : ", ") + route.method();
            }
        }
        if (allow.isEmpty()) {
            throw Problem.nothing("there is nothing at this address; openapi.json says what there is");
        }
        throw new Problem(405, "this address takes " + allow, new Problem.Field("Allow", allow));
    }

    private Reply document() {
        return document;
    }

    private Published project(Call call) throws Problem {
        String id = call.name("project");
        return projects.find(id).orElseThrow(() -> Problem.nothing("there is no project '" + id + "'; 'projects' lists them"));
    }

    private static RunningExport find(Published project, Call call) throws Problem {
        return project.exports().find(call.name("export"))
                .orElseThrow(() -> Problem.nothing("there is no film of that number"));
    }

    private Reply list() {
        Optional<PreviewPublication> served = previews.get();
        return Reply.of(json -> {
            json.writeArrayFieldStart("projects");
            for (Published project : projects.all()) {
                json.writeStartObject();
                ProjectState.write(json, project, served);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private Reply state(Published project) {
        Optional<PreviewPublication> served = previews.get();
        return Reply.of(json -> ProjectState.write(json, project, served));
    }

    private static Reply content(ProjectSession session) throws Problem, IOException {
        StringWriter text = new StringWriter();
        ProjectFile.write(session.project(), session.file().orElseThrow(Edits::noFile), text);
        return new Reply(200, Reply.JSON, text.toString().getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    private static Reply commands() {
        return Reply.of(json -> {
            json.writeArrayFieldStart("commands");
            for (CommandDescription command : EditCommands.descriptions()) {
                json.writeStartObject();
                json.writeStringField("name", command.name());
                json.writeStringField("purpose", command.purpose());
                json.writeArrayFieldStart("parameters");
                for (ParameterDescription parameter : command.parameters()) {
                    json.writeStartObject();
                    json.writeStringField("name", parameter.name());
                    json.writeStringField("type", parameter.type().name().toLowerCase(Locale.ROOT));
                    json.writeBooleanField("required", parameter.required());
                    json.writeStringField("purpose", parameter.purpose());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private Reply presets() {
        return Reply.of(json -> {
            json.writeArrayFieldStart("presets");
            for (ExportPresets.Listed listed : presets.list()) {
                json.writeStartObject();
                json.writeStringField("name", listed.preset().name());
                json.writeBooleanField("available", listed.isAvailable());
                if (!listed.isAvailable()) {
                    json.writeStringField("message", listed.whyNot());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static Reply exports(Published project) {
        return Reply.of(json -> {
            json.writeArrayFieldStart("exports");
            for (RunningExport export : project.exports().all()) {
                json.writeStartObject();
                export.write(json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private Reply export(Call call) throws Problem, IOException {
        Published project = project(call);
        call.require(Reply.JSON);
        RunningExport export = project.exports().start(call.text());
        return Reply.of(Route.BEGUN, Reply.JSON, export::write).at("projects/" + project.id() + "/exports/" + export.number());
    }

    private Reply film(Call call) throws Problem {
        return Reply.of(find(project(call), call)::write);
    }

    private Reply cancel(Call call) throws Problem {
        RunningExport export = find(project(call), call);
        export.job().cancel();
        return Reply.of(export::write);
    }

    private Reply devices() throws Problem {
        Recorder recorder = projects.recorder()
                .orElseThrow(() -> Problem.nothing("recording is not part of this installation"));
        return Reply.of(json -> Devices.write(json, recorder.devices()));
    }

    private RunningRecording recording(Call call) throws Problem {
        return project(call).recordings().find(call.name("recording"))
                .orElseThrow(() -> Problem.nothing("there is no recording of that number"));
    }

    private static Reply recordings(Published project) {
        return Reply.of(json -> {
            json.writeArrayFieldStart("recordings");
            for (RunningRecording recording : project.recordings().all()) {
                json.writeStartObject();
                recording.write(json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private Reply record(Call call) throws Problem, IOException {
        Published project = project(call);
        call.require(Reply.JSON);
        RunningRecording recording = project.recordings().start(call.text());
        return Reply.of(Route.BEGUN, Reply.JSON, recording::write)
                .at("projects/" + project.id() + "/recordings/" + recording.number());
    }

    private Reply put(Call call) throws Problem, IOException {
        call.require(Reply.JSON);
        return Reply.of(project(call).recordings().put(recording(call), call.text())::write);
    }

    /** It ends by itself; the answer tells how far that is. */
    private static Reply ended(RunningRecording recording, Consumer<Recording> wish) {
        wish.accept(recording.recording());
        return Reply.of(recording::write);
    }
}
