package org.reelbench.media.ffmpeg.internal.compose;

import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.media.Composer;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectUse;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.SoundProcessor;
import org.reelbench.media.ffmpeg.internal.Natives;
import org.reelbench.plugins.PluginCalls;

/** Opens composers, and binds the effects that bundles bring and take away. */
@Component(service = Composers.class)
public final class FfmpegComposers implements Composers {

    private final InstalledEffects effects = new InstalledEffects();

    /** Creates the service, without effects. */
    @Activate
    public FfmpegComposers() {
        // effects are bound as they come
    }

    /** Binds an effect. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addEffect(EffectProvider provider, Map<String, Object> properties) {
        effects.add(provider, properties);
    }

    /** Lets an effect go; composers that are open keep it. */
    public void removeEffect(EffectProvider provider) {
        effects.remove(provider);
    }

    /** Calls effects of plug-ins through a guard from now on. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setCalls(PluginCalls calls) {
        effects.guardedBy(calls);
    }

    /** The guard goes; plug-ins have gone with it. */
    public void unsetCalls(PluginCalls calls) {
        effects.notGuardedBy(calls);
    }

    @Override
    public Composer open(Composition composition) throws MediaException {
        Natives.load();
        if (composition.canvas().color().matrix() == Matrix.RGB) {
            throw new MediaException(Reason.UNSUPPORTED, "", "a canvas of red, green and blue cannot be composed; choose BT.709");
        }
        return FfmpegComposer.open(composition, effects);
    }

    @Override
    public SoundProcessor sound(EffectUse use) throws MediaException {
        EffectBody body = effects.find(use.effect()).create(use);
        if (body instanceof SoundProcessor processor) {
            return processor;
        }
        if (body instanceof FrameProcessor processor) {
            processor.close();
        }
        throw new MediaException(Reason.EFFECT, "",
                "the effect '" + use.effect() + "' works on pictures; put it on a clip of a video track");
    }

    @Override
    public List<EffectDescriptor> effects() {
        return effects.descriptors();
    }
}
