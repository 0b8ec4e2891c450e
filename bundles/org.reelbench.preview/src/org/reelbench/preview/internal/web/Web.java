package org.reelbench.preview.internal.web;

/** Stands for this package, beside whose classes the page's files lie. */
public final class Web {

    private Web() {
    }
}
