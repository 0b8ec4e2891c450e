package org.reelbench.demo.internal.bench.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;

/**
 * What is measured.
 *
 * @param megabytes the size of the file, in 2^20 bytes
 * @param connections the numbers of connections
 * @param bodies what is asked for
 * @param seconds how long each run lasts
 * @param pairs how many runs of each server a cell has
 * @param copying the class path of the copying servlet, if it is to be compared with
 */
record Plan(int megabytes, List<Integer> connections, List<Body> bodies, double seconds, int pairs, Optional<String> copying) {

    private static final int MOST_CONNECTIONS = 1000;
    private static final int MOST_MEGABYTES = 65_536;
    private static final int MOST_PAIRS = 100;
    private static final double MOST_SECONDS = 600;

    static Plan of(Arguments arguments) throws CommandException {
        int megabytes = number("--megabytes", arguments.value("--megabytes").orElse("1024"), MOST_MEGABYTES, arguments);
        int pairs = number("--pairs", arguments.value("--pairs").orElse("9"), MOST_PAIRS, arguments);
        return new Plan(megabytes, connections(arguments), bodies(arguments), seconds(arguments), pairs,
                arguments.value("--copying"));
    }

    private static List<Integer> connections(Arguments arguments) throws CommandException {
        List<Integer> numbers = new ArrayList<>();
        for (String text : arguments.value("--connections").orElse("1,16,64").split(",")) {
            numbers.add(number("--connections", text, MOST_CONNECTIONS, arguments));
        }
        return numbers;
    }

    private static List<Body> bodies(Arguments arguments) throws CommandException {
        String known = Body.ALL.stream().map(Body::name).collect(Collectors.joining(","));
        List<Body> bodies = new ArrayList<>();
        for (String name : arguments.value("--bodies").orElse(known).split(",")) {
            bodies.add(Body.ALL.stream().filter(body -> body.name().equals(name)).findFirst()
                    .orElseThrow(() -> arguments.usage("--bodies takes some of " + known + ", not " + name)));
        }
        return bodies;
    }

    private static double seconds(Arguments arguments) throws CommandException {
        String text = arguments.value("--seconds").orElse("2");
        double seconds = text.matches("\\d{1,3}(\\.\\d{1,3})?") ? Double.parseDouble(text) : 0;
        if (seconds <= 0 || seconds > MOST_SECONDS) {
            throw arguments.usage("--seconds takes a number above 0 up to " + MOST_SECONDS + ", not " + text);
        }
        return seconds;
    }

    private static int number(String option, String text, int most, Arguments arguments) throws CommandException {
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw arguments.usage(option + " takes a number from 1 to " + most + ", not " + text);
        }
        return number;
    }

    long fileBytes() {
        return (long) megabytes << 20;
    }

    Load load(Body body, int connections) {
        return new Load(body, connections, fileBytes(), (long) (seconds * 1e9));
    }

    int mostConnections() {
        return connections.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
}
