package org.reelbench.ui.bin.internal;

import org.reelbench.proxies.ProxyStatus;

/** How the list of media tells of proxies, in a word. */
final class ProxyBadge {

    private static final int PERCENT = 100;

    private ProxyBadge() {
    }

    /** Returns the word; empty where nothing needs to be said. */
    static String text(ProxyStatus status) {
        return switch (status.state()) {
        case NONE -> "none";
        case WAITING -> "waiting";
        case MAKING -> (int) (status.progress() * PERCENT) + " %";
        case READY -> "ready";
        case FAILED -> "failed";
        case NOT_NEEDED -> "";
        };
    }

    /** Returns a sentence for where the mouse rests; empty if there is nothing to say. */
    static String explanation(ProxyStatus status) {
        String detail = status.detail().isEmpty() ? "" : ": " + status.detail();
        return switch (status.state()) {
        case NONE -> "Heavy to decode, and without a proxy";
        case WAITING -> "A proxy will be made";
        case MAKING -> "A proxy is being made";
        case READY -> "A smaller file stands in for it in views, never in exports" + detail;
        case FAILED -> "No proxy could be made" + detail;
        case NOT_NEEDED -> "";
        };
    }
}
