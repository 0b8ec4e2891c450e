package org.reelbench.media.ffmpeg.internal.compose;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.reelbench.plugins.PluginCallException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The code for pictures of one effect of a plug-in that composers have open. For every thread. */
final class OpenFrames {

    private static final Logger LOG = LoggerFactory.getLogger(OpenFrames.class);

    private final Set<GuardedFrames> open = ConcurrentHashMap.newKeySet();

    GuardedFrames opened(GuardedFrames frames) {
        open.add(frames);
        return frames;
    }

    void closed(GuardedFrames frames) {
        open.remove(frames);
    }

    /** The plug-in goes: all is closed while it can still be called, so that it gives back what it keeps. */
    void leave() {
        for (GuardedFrames frames : open) {
            try {
                frames.leave();
            } catch (PluginCallException e) {
                LOG.atWarn().addKeyValue("plugin", e.plugin()).setCause(e)
                        .log("an effect is not closed well as its plug-in goes");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
