package org.reelbench.plugins.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;

/** A plug-in that is installed in the framework, whether or not it runs. Belongs to the thread that works on plug-ins. */
final class Loaded {

    private final Bundle bundle;
    private PluginFile file;
    private @Nullable Fenced fenced;
    private State state = State.WAITING;
    private String note = "";

    Loaded(Bundle bundle, PluginFile file) {
        this.bundle = bundle;
        this.file = file;
    }

    Bundle bundle() {
        return bundle;
    }

    PluginFile file() {
        return file;
    }

    void file(PluginFile other) {
        file = other;
    }

    @Nullable
    Fenced fenced() {
        return fenced;
    }

    void fenced(@Nullable Fenced other) {
        fenced = other;
    }

    State state() {
        return state;
    }

    void state(State now, String why) {
        state = now;
        note = why;
    }

    /** What people see. */
    Plugin seen() {
        Fenced calls = fenced;
        int failed = calls == null ? 0 : calls.breaker().failures();
        int abandoned = calls == null ? 0 : calls.abandoned();
        State now = state == State.RUNNING && calls != null && calls.breaker().isResting() ? State.RESTING : state;
        return new Plugin(file.id(), file.version(), file.name(), now, note, file.path(), failed, abandoned, 0);
    }
}
