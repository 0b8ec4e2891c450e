package org.reelbench.ui.bin.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;

/** The folders of the bin. There are those that media lie in, and those around them; an empty text stands for the bin itself. */
final class BinFolders {

    private static final String SLASH = "/";

    private BinFolders() {
    }

    /** All folders, each before those in it, beside each other by their names. */
    static List<String> of(List<MediaReference> media) {
        TreeSet<String> folders = new TreeSet<>(BinFolders::compare);
        for (MediaReference medium : media) {
            for (String folder = medium.bin(); !folder.isEmpty(); folder = parent(folder)) {
                folders.add(folder);
            }
        }
        return List.copyOf(folders);
    }

    private static int compare(String one, String other) {
        String[] names = one.split(SLASH);
        String[] others = other.split(SLASH);
        for (int i = 0; i < Math.min(names.length, others.length); i++) {
            int order = String.CASE_INSENSITIVE_ORDER.compare(names[i], others[i]);
            int exact = order == 0 ? names[i].compareTo(others[i]) : order;
            if (exact != 0) {
                return exact;
            }
        }
        return Integer.compare(names.length, others.length);
    }

    static String parent(String folder) {
        return folder.substring(0, Math.max(0, folder.lastIndexOf(SLASH)));
    }

    static String name(String folder) {
        return folder.substring(folder.lastIndexOf(SLASH) + 1);
    }

    /** A folder in another one. */
    static String in(String outer, String name) {
        return outer.isEmpty() || name.isEmpty() ? outer + name : outer + SLASH + name;
    }

    /** Whether a medium lies in a folder, or in one of those in it. */
    static boolean holds(String folder, MediaReference medium) {
        return folder.isEmpty() || medium.bin().equals(folder) || medium.bin().startsWith(folder + SLASH);
    }

    /** Where media lie when a folder is another one: what lay in the folders in it lies in those in the other one. */
    static Map<Id, String> moved(List<MediaReference> media, String folder, String other) {
        Map<Id, String> places = new LinkedHashMap<>();
        for (MediaReference medium : media) {
            if (holds(folder, medium)) {
                String within = medium.bin().length() > folder.length() ? medium.bin().substring(folder.length() + 1) : "";
                places.put(medium.id(), in(other, within));
            }
        }
        return places;
    }

    /** Puts media into folders, as one edit of one or more. */
    static EditCommand edit(String name, Map<Id, String> places, long revision) {
        List<EditCommand> commands = new ArrayList<>();
        places.forEach((medium, folder) -> commands.add(EditCommand.of(EditCommands.SET_BIN, revision)
                .with("media", medium.value()).with("bin", folder)));
        return commands.size() == 1 ? commands.getFirst() : EditCommands.unit(name, commands, revision);
    }
}
