package org.reelbench.ui.bin.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.proxies.ProxyStatus.State;

class ProxyBadgeTest {

    @Test
    void tellsHowFarAProxyIsInAWord() {
        assertEquals("", ProxyBadge.text(ProxyStatus.of(State.NOT_NEEDED, "it is light to decode")));
        assertEquals("none", ProxyBadge.text(ProxyStatus.of(State.NONE, "")));
        assertEquals("41 %", ProxyBadge.text(new ProxyStatus(State.MAKING, 0.419, "")));
        assertEquals("ready", ProxyBadge.text(ProxyStatus.of(State.READY, "540p")));
        assertEquals("failed", ProxyBadge.text(ProxyStatus.of(State.FAILED, "the disk is full")));
    }

    @Test
    void saysMoreWhereTheMouseRests() {
        assertEquals("No proxy could be made: the disk is full",
                ProxyBadge.explanation(ProxyStatus.of(State.FAILED, "the disk is full")));
        assertTrue(ProxyBadge.explanation(ProxyStatus.of(State.READY, "540p")).endsWith("never in exports: 540p"));
        assertEquals("", ProxyBadge.explanation(ProxyStatus.of(State.NOT_NEEDED, "")));
    }
}
