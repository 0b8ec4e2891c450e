package org.reelbench.ui.internal;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.media.Cancellation;

/** The steps of a job nobody sees, which may be cancelled at one of them. */
final class CountedSteps implements FileImport.Steps {

    final List<String> begun = new ArrayList<>();
    private final int cancelledAt;
    private final Cancellation cancellation = new Cancellation();

    CountedSteps(int cancelledAt) {
        this.cancelledAt = cancelledAt;
    }

    @Override
    public void begin(String what) {
        begun.add(what);
        if (begun.size() == cancelledAt) {
            cancellation.cancel();
        }
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }
}
