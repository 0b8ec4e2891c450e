package org.reelbench.cli.internal.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.capture.PublishedRecording;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.Subcommand;
import org.reelbench.cli.internal.serve.LocalServer;
import org.reelbench.media.MediaPublication;
import org.reelbench.project.ProjectSessions;

/** {@code reelbench record}: lists devices, and records them into a file. */
@Component(service = Subcommand.class)
public final class RecordCommand implements Subcommand {

    private static final int LARGEST_PORT = 65_535;
    private static final int NOT_SERVED = -2;

    private final Recorder recorder;
    private final ProjectSessions sessions;
    private final LocalServer server;

    /**
     * Creates the command.
     *
     * @param recorder records
     * @param sessions opens projects that are recorded into
     * @param server lets be watched what is recorded
     */
    @Activate
    public RecordCommand(@Reference Recorder recorder, @Reference ProjectSessions sessions, @Reference LocalServer server) {
        this.recorder = recorder;
        this.sessions = sessions;
        this.server = server;
    }

    @Override
    public String name() {
        return "record";
    }

    @Override
    public String summary() {
        return "records the screen, cameras and sound into an MP4 file";
    }

    @Override
    public String usage() {
        return """
                record [--source DEVICE]… -o FILE.mp4 [--size WxH] [--rate N] [--duration SECONDS] [--json]
                record --list [--json]
                  --list              shows the devices, and why others cannot be used
                  -s, --source DEVICE what to record, as the list calls it: one device of pictures, one of sound, or both;
                                      a kind such as x11 is its first device (without it: the first screen or camera)
                  -o, --output FILE   the file to make; there must be none of that name
                  --size WxH          the most pixels (without it: what this machine can record)
                  --rate N            the most pictures a second
                  --region WxH+X+Y    of a screen, monitor or window this rectangle alone
                  --no-pointer        leaves the pointer out
                  --picture-setting NAME=VALUE, --sound-setting NAME=VALUE
                                      a setting of the device's own, as its source describes them; may be given again
                  --gain auto         levels quiet and loud sound out
                  --reduce-noise      takes hiss, hum and fans out of the sound
                  --bit-rate N        bits a second of pictures
                  --no-adapt          keeps size and quality where the machine is too slow, and leaves pictures out
                  --moov-first        puts the tables in front of the media afterwards
                  --duration SECONDS  how long; without it until Ctrl-C, which finishes the file
                  --project PROJECT.reel [--at TIME]
                                      puts it on the timeline while it is made (without TIME: at its end), and saves the project
                  --serve [--port N]  prints an address on this machine where the recording plays while it is made, and
                                      after the duration, until Ctrl-C
                  --json              one JSON object a line: progress, then a summary

                After a crash the file is finished by 'reelbench recover'. Exit code 3 if a device is missing, busy or was
                unplugged, 4 if the disk is full, 5 if this session lets nothing be recorded.""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean json = arguments.flag("--json");
        if (arguments.flag("--list")) {
            arguments.rest(0, 0);
            return new DeviceTable(recorder, console.out(), json).show(recorder.devices());
        }
        RecordOptions options = RecordOptions.of(arguments);
        Optional<String> output = arguments.value("--output", "-o");
        boolean serve = arguments.flag("--serve");
        int port = port(arguments, serve);
        Optional<RecordPlace> place = RecordPlace.of(arguments, sessions, console);
        try {
            return record(arguments, console, options, output, serve ? port : NOT_SERVED, place, json);
        } finally {
            place.ifPresent(RecordPlace::close);
        }
    }

    private int record(Arguments arguments, Console console, RecordOptions options, Optional<String> output, int port,
            Optional<RecordPlace> place, boolean json) throws CommandException {
        arguments.rest(0, 0);
        Path file = console.file(output.orElseThrow(() -> arguments.usage("name the file with -o")));
        RecordingRequest request = options.request(file, recorder, recorder.devices());
        RecordReport report = new RecordReport(console, json);
        if (port == NOT_SERVED) {
            return run(recorder.start(request), place, report, console, options);
        }
        MediaPublication publication = server.start(port, console);
        Recording recording = recorder.start(request);
        try (PublishedRecording _ = PublishedRecording.of(recording, publication,
                published -> report.published(published.uri()))) {
            int code = run(recording, place, report, console, options);
            if (!console.cancellation().isCancelled()) {
                report.staysServed();
                server.awaitEnd(console);
            }
            return code;
        }
    }

    private static int run(Recording recording, Optional<RecordPlace> place, RecordReport report, Console console,
            RecordOptions options) throws CommandException {
        place.ifPresent(one -> one.put(recording));
        int code = new RecordRun(recording, report, console, options.durationUs()).run();
        if (place.isPresent()) {
            place.get().save();
        }
        return code;
    }

    private static int port(Arguments arguments, boolean serve) throws CommandException {
        Optional<String> text = arguments.value("--port");
        if (text.isEmpty()) {
            return -1;
        }
        int port = text.get().matches("\\d{1,5}") ? Integer.parseInt(text.get()) : LARGEST_PORT + 1;
        if (!serve || port > LARGEST_PORT) {
            throw arguments.usage("--port takes a number from 0 to " + LARGEST_PORT + ", and needs --serve");
        }
        return port;
    }
}
