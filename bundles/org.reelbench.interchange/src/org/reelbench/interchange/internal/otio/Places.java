package org.reelbench.interchange.internal.otio;

/** Names things in messages as people know them. */
final class Places {

    private static final int MOST_CHARS = 300;

    private Places() {
    }

    /** Returns {@code track 'V1' clip 'Beach'}; of things nested very deep only the innermost are named. */
    static String in(String outer, String kind, String name) {
        String place = (outer.isEmpty() ? "" : outer + " ") + kind + (name.isEmpty() ? "" : " '" + Schema.shortened(name) + "'");
        return place.length() <= MOST_CHARS ? place : "… " + place.substring(place.length() - MOST_CHARS + 2);
    }
}
