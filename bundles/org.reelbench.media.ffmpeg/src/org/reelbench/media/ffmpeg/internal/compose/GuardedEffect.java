package org.reelbench.media.ffmpeg.internal.compose;

import java.util.SortedMap;

import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.FilterText;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.LentFrame;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.SoundProcessor;
import org.reelbench.media.VideoFrame;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.plugins.PluginCalls.Owner;

/**
 * An effect of a plug-in, called through the guard. Its version says which file it came from, and so does each recipe that names
 * it: pictures of another version of the plug-in are never taken for those of this one. For every thread.
 *
 * @param provider the plug-in's effect
 * @param owner the plug-in
 * @param calls the guard
 * @param open the code for pictures that composers have open now
 */
record GuardedEffect(EffectProvider provider, Owner owner, PluginCalls calls, OpenFrames open) implements EffectProvider {

    /** So much of a hash tells two files apart. */
    private static final int DIGITS = 12;

    /** Returns an effect as it is to be called: one that no plug-in brought as it is. */
    static EffectProvider of(EffectProvider provider, PluginCalls calls) {
        return calls.owner(provider)
                .<EffectProvider>map(owner -> new GuardedEffect(provider, owner, calls, new OpenFrames()))
                .orElse(provider);
    }

    @Override
    public EffectDescriptor descriptor() {
        EffectDescriptor own = calls.call(provider, "descriptor", provider::descriptor);
        String version = own.version() + ", " + owner.id() + " " + owner.version() + " " + owner.sha256().substring(0, DIGITS);
        return new EffectDescriptor(own.id(), version, own.label(), own.parameters(), own.reach(), own.subject());
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) throws MediaException {
        return switch (calls.<EffectBody, MediaException>call(provider, "create", () -> provider.create(parameters))) {
        case FrameProcessor frames -> open.opened(new GuardedFrames(frames, this));
        case SoundProcessor sound -> new GuardedSound(sound, this);
        case FilterText text -> text;
        };
    }

    /** A lease for the effect: a call that never returns keeps it. */
    VideoFrame lease(VideoFrame frame) {
        return LentFrame.of(frame.retain(), provider, calls);
    }

    /** Calls something that the effect made. */
    <T> T call(String what, PluginCalls.Call<T, MediaException> call) throws MediaException {
        try {
            return calls.call(provider, what, call);
        } catch (PluginCallException e) {
            throw new MediaException(Reason.EFFECT, "", e.getMessage(), e);
        }
    }

    /** Closes something that the effect made; one that is not called any more is not closed either. */
    void close(Runnable closing) {
        try {
            calls.call(provider, "close", () -> {
                closing.run();
                return Boolean.TRUE;
            });
        } catch (PluginCallException e) {
            if (e.isStarted()) {
                throw e;
            }
        }
    }

    /** Calls something that the effect made and that may not throw. */
    <T> T quietly(String what, PluginCalls.Call<T, RuntimeException> call) {
        return calls.call(provider, what, call);
    }
}
