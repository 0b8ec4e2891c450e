package org.reelbench.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.version.Version;

/** What a bundle publishes beside what a released one published, by the rules of docs/api-policy.md. */
final class ApiBaseline {

    private ApiBaseline() {
    }

    /** Compares two jars of one bundle; a line for each package whose version does not say what has changed in it. */
    static List<String> faults(Path released, Path built) throws Exception {
        List<String> faults = new ArrayList<>();
        try (Processor processor = new Processor(); Jar before = new Jar(released.toFile()); Jar now = new Jar(built.toFile())) {
            Baseline baseline = new Baseline(processor, new DiffPluginImpl());
            for (Baseline.Info each : baseline.baseline(now, before, null)) {
                Delta delta = each.packageDiff.getDelta();
                if (delta == Delta.ADDED) {
                    continue;
                }
                Version needed = needed(delta, each.olderVersion);
                if (delta == Delta.REMOVED) {
                    faults.add(each.packageName + " " + each.olderVersion + " is gone");
                } else if (each.newerVersion.getWithoutQualifier().compareTo(needed) < 0) {
                    faults.add(
                            each.packageName + " is " + each.newerVersion.getWithoutQualifier() + " and must be " + needed + ": "
                                    + changes(each.packageDiff));
                }
            }
        }
        return faults;
    }

    /** Until 1.0 the second number says what the first says later. */
    private static Version needed(Delta delta, Version released) {
        return switch (delta) {
        case MAJOR, REMOVED -> released.getMajor() == 0
                ? new Version(0, released.getMinor() + 1, 0)
                : new Version(released.getMajor() + 1, 0, 0);
        case MINOR -> new Version(released.getMajor(), released.getMinor() + 1, 0);
        default -> released.getWithoutQualifier();
        };
    }

    /** The innermost changes: they say what somebody did. */
    private static String changes(Diff diff) {
        TreeSet<String> changes = new TreeSet<>();
        collect(diff, "", changes);
        return changes.stream().collect(Collectors.joining(", "));
    }

    private static void collect(Diff diff, String path, TreeSet<String> changes) {
        for (Diff child : diff.getChildren()) {
            Delta delta = child.getDelta();
            String name = path + child.getName();
            if (delta == Delta.REMOVED || delta == Delta.ADDED || child.getChildren().isEmpty()) {
                if (delta != Delta.UNCHANGED && delta != Delta.IGNORED) {
                    changes.add(name + " " + delta.toString().toLowerCase(java.util.Locale.ROOT));
                }
            } else {
                collect(child, name + ".", changes);
            }
        }
    }
}
