package org.reelbench.render.internal;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.media.Cancellation;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectUse;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.SoundProcessor;
import org.reelbench.render.AudioRenderer;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;

/**
 * Opens the sound of clips: the reader of a medium or a mix of a nested sequence, and what changes its samples on their way.
 *
 * @param rate the sequence's frame rate
 * @param means what they are played by
 */
record SoundChains(FrameRate rate, SoundMeans means) {

    /** Opens the sound of a part, numbered by the samples of the sequence; it belongs to the caller. */
    Sound open(Part part, Cancellation cancellation) throws MediaException {
        Voice voice = part.voice();
        if (!voice.refused().isEmpty()) {
            throw new MediaException(Reason.UNSUPPORTED, part.clip().name(), voice.refused());
        }
        Playing playing = Playing.of(voice.source(), rate, means.sampleRateHz());
        Sound sound = played(recorded(part, cancellation), playing, voice.keepPitch());
        try {
            for (AppliedEffect effect : voice.effects()) {
                sound = withEffect(effect, sound, playing.anchor(), voice.runStart());
            }
            return sound;
        } catch (MediaException | RuntimeException e) {
            sound.close();
            throw e;
        }
    }

    private Sound played(Sound sound, Playing playing, boolean keepPitch) {
        if (playing.asRecorded()) {
            return new ShiftedSound(sound, playing.origin());
        }
        if (!keepPitch) {
            return new SpeedSound(new BlockSound(sound), playing);
        }
        return playing.speed().signum() > 0
                ? new StretchSound(sound, playing, means.sampleRateHz())
                : new StretchSound(new ReversedSound(new BlockSound(sound)), playing.reversed(), means.sampleRateHz());
    }

    private Sound recorded(Part part, Cancellation cancellation) throws MediaException {
        ChannelChoice channels = part.voice().channels();
        return switch (part.voice().source().content()) {
        case MediaStream stream when channels instanceof ChannelChoice.Numbered picked ->
            medium(stream, picked.numbers(), cancellation);
        case MediaStream stream -> ChannelSound.of(medium(stream, List.of(), cancellation), channels);
        case NestedSequence nested -> ChannelSound.of(nested(means.catalog().sequence(nested.sequence())), channels);
        case Still _,Generator _ ->
            throw new MediaException(Reason.NO_STREAM, part.clip().name(), "only media and sequences have sound");
        };
    }

    private Sound medium(MediaStream stream, List<Integer> picked, Cancellation cancellation) throws MediaException {
        Rational factor = Conformed.factor(means.catalog().medium(stream.media()));
        return Conformed.sound(MediaSound.open(stream, picked, means, cancellation), factor);
    }

    private Sound nested(Sequence inner) throws MediaException {
        return new NestedSound(inner.name(), new PcmMix(inner, means.nested(inner)));
    }

    /** Puts an effect on a sound; one on pictures changes nothing. */
    private Sound withEffect(AppliedEffect effect, Sound sound, long anchor, long runStart) throws MediaException {
        Optional<EffectDescriptor> found = means.composers().effect(effect.effect());
        if (found.isEmpty()) {
            if (means.catalog().leavesOut(effect.effect())) {
                return sound;
            }
            throw new MediaException(Reason.EFFECT, "", "the effect '" + effect.effect()
                    + "' is not installed; install the plug-in that brings it, or remove it from the clip");
        }
        EffectDescriptor descriptor = found.get();
        if (descriptor.subject() != Subject.SOUND) {
            return sound;
        }
        SoundProcessor processor = means.composers().sound(withFiles(Automation.use(effect, descriptor), descriptor));
        boolean opened = false;
        try {
            processor.prepare(means.sampleRateHz(), AudioRenderer.CHANNELS);
            Automation automation = new Automation(effect, descriptor, rate, means.sampleRateHz());
            Sound changed = new EffectSound(effect.effect(), sound, processor, automation, anchor, runStart,
                    means.sampleRateHz());
            opened = true;
            return changed;
        } catch (RuntimeException | LinkageError e) {
            // Code of a third party: whatever it throws, the message says whose it was.
            throw new MediaException(Reason.EFFECT, "",
                    "the effect '" + effect.effect() + "' failed: " + e + "; remove it from the clip, or update its plug-in", e);
        } finally {
            if (!opened) {
                processor.close();
            }
        }
    }

    /** Files are named as the project names them; effects are told where they lie. */
    private EffectUse withFiles(EffectUse use, EffectDescriptor descriptor) throws MediaException {
        SortedMap<String, Object> values = new TreeMap<>(use.parameters());
        for (EffectParameter parameter : descriptor.parameters()) {
            boolean named = parameter.kind() == EffectParameter.Kind.FILE;
            if (named && values.get(parameter.name()) instanceof String file && !file.isEmpty()) {
                values.put(parameter.name(), means.catalog().file(file).toString());
            }
        }
        return new EffectUse(use.effect(), values);
    }
}
