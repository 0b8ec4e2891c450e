package org.reelbench.cli.internal.commands;

import java.util.List;
import java.util.stream.Collectors;

import org.reelbench.cli.Arguments;
import org.reelbench.cli.Arguments.Option;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.media.MediaSources;

/** Where media lie, as a command line says it: files, and addresses of hosts that it allows. */
public final class MediaLocations {

    /** Explains the option; belongs under a command's other options. */
    public static final String USAGE = "--allow-host HOST  lets media be read from this host, for this command; a name or name:port";

    private static final String OPTION = "--allow-host";

    private MediaLocations() {
    }

    /** Takes the hosts that are allowed out of the arguments, and returns what opens media of them too. */
    public static MediaSources sources(Arguments arguments, MediaSources sources) throws CommandException {
        List<Option> hosts = arguments.values(OPTION);
        return sources.allowing(hosts.stream().map(Option::value).collect(Collectors.toSet()));
    }

    /** Returns a location for messages: of an address without its query, which may be secret. */
    static String shown(String location) {
        return MediaSources.isAddress(location) ? location.replaceFirst("[?#].*", "?…") : location;
    }

    /** Returns a file's absolute path, or an address as it is. */
    static String location(String argument, Console console) {
        return MediaSources.isAddress(argument) ? argument : console.file(argument).toAbsolutePath().toString();
    }
}
