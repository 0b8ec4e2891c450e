package org.reelbench.project.internal.session;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Counts what the classes of a {@link CountingLoader} do. Public, as they see it from another class loader. Confined to one
 * thread.
 */
public final class Work {

    private static final Set<Object> NODES = Collections.newSetFromMap(new IdentityHashMap<>());
    private static boolean counting;
    private static long made;
    private static long steps;

    private Work() {
    }

    /** Begins to count. */
    public static void begin() {
        NODES.clear();
        made = 0;
        steps = 0;
        counting = true;
    }

    /** Ends counting; returns how many tree nodes were looked at, how many made, and how many calls and branches done. */
    public static long[] end() {
        counting = false;
        return new long[] { NODES.size(), made, steps };
    }

    /** A node is looked at. */
    public static void visit(Object node) {
        if (counting) {
            NODES.add(node);
        }
    }

    /** A node is made. */
    public static void make() {
        if (counting) {
            made++;
        }
    }

    /** A call or branch is done. */
    public static void step() {
        if (counting) {
            steps++;
        }
    }
}
