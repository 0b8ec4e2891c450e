package org.reelbench.ui.tracks.internal.drag;

import org.reelbench.ui.tracks.internal.gesture.Pointer;

/** Something that goes on while the mouse button is held. On the UI thread. */
interface Drag {

    /** Nothing goes on. */
    Drag NONE = new Drag() {
        @Override
        public void move(Pointer at) {
            // nobody drags
        }

        @Override
        public void end(Pointer at) {
            // nothing was begun
        }

        @Override
        public void cancel() {
            // nothing was begun
        }
    };

    /** The mouse has moved, or a key was pressed or released. */
    void move(Pointer at);

    /** The button was released. */
    void end(Pointer at);

    /** All is to be as it was before. */
    void cancel();
}
