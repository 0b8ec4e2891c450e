package org.reelbench.interchange.internal.otio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.reelbench.interchange.NotCarriedOver;

/** Collects what could not be carried over. */
final class Losses {

    /** Nobody reads more, and a hostile file could fill the memory with them. */
    static final int MOST = 10_000;

    private final List<NotCarriedOver> all = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private long untold;

    void add(Fields at, String what, String why) {
        if (all.size() < MOST) {
            all.add(new NotCarriedOver(at.line(), at.where(), what, why));
        } else {
            untold++;
        }
    }

    /** Adds something that is the same wherever it stands, the first time only. */
    void addOnce(Fields at, String what, String why) {
        if (told.add(what)) {
            add(at.as(""), what, why);
        }
    }

    /** Returns all in the order of the file. */
    List<NotCarriedOver> all() {
        List<NotCarriedOver> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(NotCarriedOver::line));
        if (untold > 0) {
            sorted.add(new NotCarriedOver(0, "", untold + " more", "only the first " + MOST + " are listed"));
        }
        return List.copyOf(sorted);
    }
}
