package org.reelbench.loading.internal;

/** How much the property tests do, and from which seed: {@code -Dreelbench.tier=deep}, {@code -Dreelbench.seed=42}. */
final class Tier {

    private Tier() {
    }

    static int count(int quick, int deep) {
        return isDeep() ? deep : quick;
    }

    /** The seed of a run: always the same in the quick tier, another each time in the deep one. */
    static long seed() {
        return Long.getLong("reelbench.seed", isDeep() ? System.nanoTime() : 1);
    }

    private static boolean isDeep() {
        return "deep".equals(System.getProperty("reelbench.tier"));
    }
}
