package org.reelbench.media.ffmpeg.internal;

import org.bytedeco.javacpp.Pointer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.reelbench.memory.NativeMemory;

/**
 * Native memory as JavaCPP sees it. What FFmpeg allocates by itself it does not count: its owners have accounts in the ledger for
 * that. Until somebody needs FFmpeg, nothing is held and nothing is loaded.
 */
@Component(service = NativeMemory.class)
public final class PointerMemory implements NativeMemory {

    /** Creates the service; loads nothing. */
    @Activate
    public PointerMemory() {
        // nothing to set up
    }

    @Override
    public long heldBytes() {
        return Natives.loaded() ? Pointer.totalBytes() : 0;
    }

    @Override
    public long processBytes() {
        return Natives.loaded() ? Pointer.physicalBytes() : 0;
    }

    @Override
    public void trim() {
        if (Natives.loaded()) {
            Pointer.trimMemory();
        }
    }
}
