package org.reelbench.capture.ffmpeg.internal.x11;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Finds the windows that people see: those the window manager lists, or without one those that lie on the screen. */
final class WindowTree {

    private static final int GET_WINDOW_ATTRIBUTES = 3;
    private static final int QUERY_TREE = 15;
    private static final int VIEWABLE = 2;
    private static final int INPUT_OUTPUT = 1;

    private final X11Connection connection;
    private final int root;

    WindowTree(X11Connection connection, int root) {
        this.connection = connection;
        this.root = root;
    }

    List<Integer> shown() throws X11Exception {
        List<Integer> shown = new ArrayList<>();
        int[] listed = Atoms.numbers(connection, root, "_NET_CLIENT_LIST_STACKING");
        for (int window : listed.length > 0 ? listed : children()) {
            if (viewable(window)) {
                shown.add(window);
            }
        }
        return shown;
    }

    private int[] children() throws X11Exception {
        ByteBuffer answer = connection.ask(X11Connection.request(QUERY_TREE, 0, 4).putInt(root));
        int[] children = new int[Short.toUnsignedInt(answer.getShort(16))];
        answer.position(32).slice().order(answer.order()).asIntBuffer().get(children);
        return children;
    }

    private boolean viewable(int window) throws X11Exception {
        try {
            ByteBuffer answer = connection.ask(X11Connection.request(GET_WINDOW_ATTRIBUTES, 0, 4).putInt(window));
            return answer.get(26) == VIEWABLE && answer.getShort(12) == INPUT_OUTPUT;
        } catch (X11Exception e) {
            if (e.reason() == X11Exception.Reason.GONE) {
                return false;
            }
            throw e;
        }
    }
}
