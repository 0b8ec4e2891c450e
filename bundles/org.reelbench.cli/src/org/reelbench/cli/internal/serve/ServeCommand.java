package org.reelbench.cli.internal.serve;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Json;
import org.reelbench.cli.Subcommand;
import org.reelbench.cli.internal.commands.MediaFailures;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaPublication;
import org.reelbench.media.Publication;
import org.reelbench.settings.ProgramSettings;
import org.reelbench.settings.Settings;
import org.reelbench.settings.SettingsException;

/**
 * {@code reelbench serve}: publishes files until the user ends it. The server starts with its configuration.
 */
@Component(service = Subcommand.class)
public final class ServeCommand implements Subcommand {

    /** The bundle of the server, and the name of its configuration. */
    private static final String SERVER = "org.reelbench.http";

    /** The ending of projects. */
    private static final String PROJECT = ".reel";

    private static final String LOOPBACK = "127.0.0.1";
    private static final int LARGEST_PORT = 65_535;
    private static final String ORIGIN = "https?://[^/*,\\s]+";

    /** The server is there in a second, or never. */
    private static final long START_MS = 30_000;

    private final BundleContext context;
    private final ConfigurationAdmin configurations;
    private final ProgramSettings settings;
    private final Server server = new Server();
    private volatile @Nullable ServedProjects projects;

    /**
     * Creates the command.
     *
     * @param context the framework, which may have no server
     * @param configurations takes the server's settings, which start it
     * @param settings what is set besides by the command's own options
     */
    @Activate
    public ServeCommand(BundleContext context, @Reference ConfigurationAdmin configurations,
            @Reference ProgramSettings settings) {
        this.context = context;
        this.settings = settings;
        this.configurations = configurations;
    }

    /**
     * The server listens.
     *
     * @param publication its service
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setPublication(MediaPublication publication) {
        server.came(publication);
    }

    /**
     * The server does not listen any more.
     *
     * @param publication its service
     */
    public void unsetPublication(MediaPublication publication) {
        server.went(publication);
    }

    /**
     * Projects can be served.
     *
     * @param service serves them
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setProjects(ServedProjects service) {
        projects = service;
    }

    /**
     * Projects cannot be served any more.
     *
     * @param service served them
     */
    public void unsetProjects(ServedProjects service) {
        if (projects == service) {
            projects = null;
        }
    }

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String summary() {
        return "gives projects and media files an address for players and browsers";
    }

    @Override
    public String usage() {
        return """
                serve PROJECT|FILE|FOLDER… [--port N] [--bind ADDRESS] [--allow-origin ORIGIN]… [--edit] [--exports FOLDER]
                      [--recordings FOLDER] [--json]
                  of a project (.reel) or a timeline of another program each sequence, encoded while it is watched: a page that
                  plays it, HLS, and a stream for players; it is read, not locked, and what is saved meanwhile is shown at once.
                  Of a folder all video and sound files below it. Ctrl-C ends it
                  --port N                the port; 0 for any (without it: the first free one of 8000 to 9000)
                  --bind ADDRESS          the address to listen at (without it: 127.0.0.1, for this machine alone);
                                          with another one everybody who learns an address of a medium can read it
                  --allow-origin ORIGIN   lets pages of this origin read, such as http://localhost:3000
                  --allow-host HOST       lets media of a project be read from this host; a name or name:port
                  --edit                  opens projects for edits over HTTP and keeps others from editing them; prints the address
                                          of the API, which openapi.json there describes
                  --exports FOLDER        lets films be made over HTTP, in this folder
                  --recordings FOLDER     lets screens, cameras and sound be recorded over HTTP, into this folder
                  --json                  one JSON object a line: file, url; of a project file, api; of a sequence file, sequence, name, page, manifest,
                                          hls, stream""";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean json = arguments.flag("--json");
        Settings set = set();
        Optional<String> ports = set.text("http.ports");
        int port = port(arguments, ports);
        String address = arguments.value("--bind").or(() -> set.text("http.address")).orElse(LOOPBACK);
        List<String> origins = origins(arguments);
        ServeOptions options = options(arguments, json, console);
        List<String> names = arguments.rest(1, Integer.MAX_VALUE);
        List<Path> timelines = names.stream().map(console::file).filter(this::isTimeline).toList();
        List<ServedFile> files = ServedFile.of(names.stream().filter(one -> !isTimeline(console.file(one))).toList(), console);
        Door door = Door.of(address, port);
        Bundle bundle = serverBundle();
        door.check();
        MediaPublication service = start(door, port < 0 ? ports.orElse(door.ports()) : door.ports(), origins, console);
        publish(service, files, json, console);
        if (!door.isLocal()) {
            console.err().println("reelbench serve: open to the network at " + address
                    + "; everybody who learns an address can read what is behind it");
        }
        follow(timelines, options, console);
        if (!console.cancellation().isCancelled()) {
            throw new CommandException(ExitCode.FAILED, "the server has stopped");
        }
        stop(bundle);
        return ExitCode.OK;
    }

    private static ServeOptions options(Arguments arguments, boolean json, Console console) throws CommandException {
        List<String> hosts = arguments.values("--allow-host").stream().map(Arguments.Option::value).toList();
        return new ServeOptions(hosts, arguments.flag("--edit"), folder(arguments, "--exports", console),
                folder(arguments, "--recordings", console), json);
    }

    private static Optional<Path> folder(Arguments arguments, String option, Console console) throws CommandException {
        Optional<Path> folder = arguments.value(option).map(console::file);
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new CommandException(ExitCode.OUTPUT, folder.get() + ": there is no such folder; make it first");
        }
        return folder;
    }

    private boolean isTimeline(Path file) {
        ServedProjects known = projects;
        return file.toString().endsWith(PROJECT) || known != null && known.isTimeline(file);
    }

    /** Serves projects until the end, and shows what is saved meanwhile. */
    private void follow(List<Path> timelines, ServeOptions options, Console console) throws CommandException {
        ServedProjects known = projects;
        boolean json = options.json();
        if (timelines.isEmpty()) {
            tellHowItEnds(console, json);
            server.awaitEnd(console.cancellation());
            return;
        }
        if (known == null) {
            throw new CommandException(ExitCode.NOT_AVAILABLE, "previews are not part of this installation; add the bundles "
                    + "org.reelbench.preview and org.reelbench.encoding");
        }
        List<Served> served = known.serve(timelines, options, console);
        tellHowItEnds(console, json);
        try {
            while (server.goesOn(console.cancellation())) {
                for (int i = 0; i < served.size(); i++) {
                    known.look(timelines.get(i), served.get(i), console, json);
                }
            }
        } finally {
            served.forEach(Served::close);
        }
    }

    private static void tellHowItEnds(Console console, boolean json) {
        if (!json) {
            console.out().println("Ctrl-C ends it.");
        }
    }

    private Settings set() throws CommandException {
        try {
            return settings.get();
        } catch (SettingsException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
        }
    }

    /** Below zero where the server is to try several. */
    private static int port(Arguments arguments, Optional<String> set) throws CommandException {
        String text = arguments.value("--port").or(() -> set.filter(ports -> ports.matches("\\d+"))).orElse("-1");
        int port = text.matches("-1|\\d{1,5}") ? Integer.parseInt(text) : LARGEST_PORT + 1;
        if (port > LARGEST_PORT) {
            throw arguments.usage("--port takes a number from 0 to " + LARGEST_PORT + ", not " + text);
        }
        return port;
    }

    private static List<String> origins(Arguments arguments) throws CommandException {
        List<String> origins = arguments.values("--allow-origin").stream().map(Arguments.Option::value).toList();
        for (String origin : origins) {
            if (!origin.matches(ORIGIN)) {
                throw arguments.usage(
                        "--allow-origin takes a scheme, a name and perhaps a port, such as http://localhost:3000, not " + origin);
            }
        }
        return origins;
    }

    private Bundle serverBundle() throws CommandException {
        return Stream.of(context.getBundles())
                .filter(bundle -> SERVER.equals(bundle.getSymbolicName()) && bundle.getState() == Bundle.ACTIVE).findFirst()
                .orElseThrow(() -> new CommandException(ExitCode.NOT_AVAILABLE,
                        "the server is not part of this installation; add the bundle " + SERVER));
    }

    /** Lets those who are being sent something come to its end, which takes the web server's bundles to be there still. */
    private static void stop(Bundle bundle) throws CommandException {
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            throw new CommandException(ExitCode.FAILED, "the server does not stop (" + e.getMessage() + ")", e);
        }
    }

    private MediaPublication start(Door door, String ports, List<String> origins, Console console)
            throws CommandException {
        try {
            configurations.getConfiguration(SERVER, null)
                    .update(settings.server(Map.of("address", door.name(), "ports", ports, "hosts",
                            door.names().toArray(String[]::new), "origins", origins.toArray(String[]::new))));
        } catch (SettingsException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, "the server's settings cannot be kept (" + e.getMessage() + ")", e);
        }
        MediaPublication service = server.await(START_MS, console.cancellation());
        if (service == null) {
            if (console.cancellation().isCancelled()) {
                throw new CancelledException();
            }
            throw new CommandException(ExitCode.FAILED,
                    "the server does not start; another program may have taken the port, or see the log (REELBENCH_LOG=info)");
        }
        return service;
    }

    private static void publish(MediaPublication service, List<ServedFile> files, boolean json, Console console)
            throws CommandException {
        List<Publication> published = new ArrayList<>();
        for (ServedFile file : files) {
            try {
                published.add(service.publish(file.file(), MediaPublication.Growth.FIXED, MediaPublication.UNTIL_CLOSED));
            } catch (MediaException e) {
                throw MediaFailures.of(e);
            }
        }
        for (int i = 0; i < files.size(); i++) {
            String name = files.get(i).name();
            URI uri = published.get(i).uri();
            console.out().println(json ? Json.line(out -> {
                out.writeStringField("file", name);
                out.writeStringField("url", uri.toString());
            }) : name + "\n  " + uri);
        }
        if (!json && !published.isEmpty()) {
            console.out().println("all of them, on a page\n  " + published.getFirst().uri().resolve("../"));
        }
    }
}
