package org.reelbench.plugins;

import java.util.Locale;

/** Who must have signed a plug-in. A signature that is broken or does not cover everything is refused by each policy. */
public enum PluginPolicy {

    /** Nobody. */
    ANY,

    /** Somebody whose certificate, or that of who vouches for it, lies in the folder {@code .trusted} beside the plug-ins. */
    TRUSTED;

    /**
     * Reads a policy.
     *
     * @param text the name of a policy, in any case, or null for {@link #ANY}
     * @return the policy; of a text that names none, the strictest
     */
    public static PluginPolicy of(String text) {
        return text == null || text.isBlank() || text.strip().toUpperCase(Locale.ROOT).equals(ANY.name()) ? ANY : TRUSTED;
    }
}
