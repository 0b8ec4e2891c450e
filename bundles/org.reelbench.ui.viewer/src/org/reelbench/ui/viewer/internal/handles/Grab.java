package org.reelbench.ui.viewer.internal.handles;

/** What of the handles is held. */
public enum Grab {

    /** The picture itself: it is moved. */
    BODY,
    /** A corner: the picture is made larger or smaller about its anchor. */
    CORNER,
    /** The knob above: the picture is turned about its anchor. */
    KNOB
}
