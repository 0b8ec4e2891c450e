package org.reelbench.timeline;

/** Whether smaller pictures stand in for those of a medium while people look and edit; exports always read the medium itself. */
public enum ProxyUse {

    /** If the medium is heavy to decode. */
    AUTO,

    /** Whatever the medium is. */
    ALWAYS,

    /** Not even if it is heavy. */
    NEVER
}
