package org.reelbench.encoding.internal.preset;

/** Says in which line of which preset what is wrong. */
final class PresetTextException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Creates the exception; line 0 stands for the whole file. */
    PresetTextException(String file, int line, String what) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + what);
    }
}
