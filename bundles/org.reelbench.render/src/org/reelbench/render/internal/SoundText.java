package org.reelbench.render.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectReach;
import org.reelbench.media.EffectUse;
import org.reelbench.media.MediaException;
import org.reelbench.media.SoundProcessor;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.internal.SoundPieces.Piece;
import org.reelbench.render.internal.SoundPieces.Slot;
import org.reelbench.render.internal.effects.PeakGains;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;

/**
 * Writes what samples are made of: for each voice which sample of its source comes first, how it goes on, and by what it is
 * multiplied. By what samples are multiplied is computed by the code that multiplies them.
 */
final class SoundText {

    /** Beyond this, what an animated value of an effect is at every step is not looked at: its keyframes are the recipe. */
    private static final long MOST_STEPS = 100_000;

    private final SoundKeys keys;
    private final int sampleRateHz;
    private final StringBuilder text = new StringBuilder(512);

    SoundText(SoundKeys keys, int sampleRateHz) {
        this.keys = keys;
        this.sampleRateHz = sampleRateHz;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    void head(String engine, String natives, long samples) {
        line("engine", engine, quoted(natives));
        line("sound", sampleRateHz, AudioRenderer.CHANNELS, samples);
    }

    /** Writes what sounds in a range of a sequence whose limiter is on, and around it: by how much it is turned down. */
    void limited(Sequence sequence, long startSample, long endSample) {
        line("limiter", Math.floorMod(startSample, (long) PeakGains.CELL));
        range(sequence, startSample - LimitedMix.behindSamples(sampleRateHz), startSample,
                endSample + LimitedMix.aheadSamples(sampleRateHz), 0);
    }

    /** Writes what sounds in a range of a sequence, counted from one of its samples. */
    void range(Sequence sequence, long startSample, long origin, long endSample, int depth) {
        SoundPieces pieces = new SoundPieces(sequence, sampleRateHz);
        for (long at = Math.max(0, startSample); at < endSample;) {
            Piece piece = pieces.from(at, Math.min(endSample, at + pieces.cellSamples()));
            line("run", at - origin, piece.endSample() - at);
            for (Slot slot : piece.voices()) {
                voice(sequence.rate(), slot, at, piece.endSample(), depth);
            }
            at = piece.endSample();
        }
    }

    private void voice(FrameRate rate, Slot slot, long from, long to, int depth) {
        Voice voice = slot.first().voice();
        Playing playing = Playing.of(voice.source(), rate, sampleRateHz);
        Rational speed = playing.speed();
        boolean nested = voice.source().content() instanceof NestedSequence;
        line("voice", nested ? "sequence" : nameOf(voice, playing, to));
        if (!nested) {
            line(" from", playing.position(from));
        }
        line(" speed", speed, Math.floorMod(from * speed.numerator(), speed.denominator()), voice.channels().text(),
                voice.keepPitch() ? "pitch kept" : "");
        line(" factors", factors(slot, 0, from, to), factors(slot, 1, from, to));
        if (!voice.refused().isEmpty()) {
            line(" refused", quoted(voice.refused()));
        }
        long[] heard = effects(voice, rate, playing.anchor(), from, to);
        if (voice.source().content() instanceof NestedSequence inner) {
            nested(inner, playing, heard[0], heard[1], depth);
        }
    }

    /** Other speeds and effects look around themselves. */
    private String nameOf(Voice voice, Playing playing, long to) {
        Content content = voice.source().content();
        return playing.asRecorded() && voice.effects().isEmpty()
                ? keys.nameOf(content, RationalTime.of(playing.position(to), sampleRateHz))
                : keys.nameOf(content);
    }

    /** By what the samples of a side are multiplied: one number where it is the same for all. */
    private static String factors(Slot slot, int channel, long from, long to) {
        Part first = slot.first();
        float[] one = new float[1];
        if (first.steady() && slot.parts().stream().allMatch(part -> part.loudness().isSteady() && !part.fades())) {
            first.factors(channel, from, one, 1);
            return Float.toString(one[0]);
        }
        float[] all = new float[(int) (to - from)];
        for (Part part : slot.parts()) {
            int start = (int) (Math.max(from, part.startSample()) - from);
            int end = (int) (Math.min(to, part.endSample()) - from);
            if (start < end) {
                float[] some = new float[end - start];
                part.factors(channel, from + start, some, some.length);
                System.arraycopy(some, 0, all, start, some.length);
            }
        }
        ByteBuffer bytes = ByteBuffer.allocate(all.length * Float.BYTES);
        boolean alike = true;
        for (float factor : all) {
            bytes.putFloat(factor);
            alike &= factor == all[0];
        }
        return alike ? Float.toString(all[0]) : hash(bytes.array());
    }

    /** Writes the effects, and returns the range of samples they are fed with. */
    private long[] effects(Voice voice, FrameRate rate, long anchor, long from, long to) {
        long first = from;
        long end = to;
        List<String> lines = new ArrayList<>();
        // What the last one needs, the one before it has to deliver.
        for (AppliedEffect effect : voice.effects().reversed()) {
            Optional<EffectDescriptor> found = keys.composers().effect(effect.effect());
            if (found.isEmpty()) {
                lines.addFirst(" effect " + quoted(effect.effect()) + " not installed\n");
            } else if (found.get().subject() == Subject.SOUND) {
                EffectDescriptor descriptor = found.get();
                EffectUse use = Automation.use(effect, descriptor);
                EffectReach reach = reach(use);
                long begin = EffectSound.firstFed(reach, first, anchor, voice.runStart(), sampleRateHz);
                end += reach.ahead();
                String start = begin == voice.runStart() && reach.behind() > 0 ? " begins " + (begin - from) : "";
                lines.addFirst(" effect " + quoted(effect.effect()) + ' ' + quoted(descriptor.version()) + start + '\n'
                        + values(use, descriptor) + moving(effect, descriptor, rate, anchor, begin, end, from));
                first = begin;
            }
        }
        lines.forEach(text::append);
        return new long[] { first, end };
    }

    private EffectReach reach(EffectUse use) {
        try (SoundProcessor processor = keys.composers().sound(use)) {
            processor.prepare(sampleRateHz, AudioRenderer.CHANNELS);
            return processor.reach();
        } catch (MediaException | RuntimeException _) {
            // The renderer tells people what is wrong with it.
            return EffectReach.NONE;
        }
    }

    private String values(EffectUse use, EffectDescriptor descriptor) {
        StringBuilder values = new StringBuilder();
        checked(use, descriptor).forEach((name, value) -> values.append("  parameter ").append(quoted(name)).append(' ')
                .append(value.getClass().getSimpleName()).append(' ').append(quoted(value.toString())).append('\n'));
        keys.hashes(descriptor, use.parameters())
                .forEach(hash -> values.append("  file ").append(quoted(hash)).append('\n'));
        return values.toString();
    }

    private static SortedMap<String, Object> checked(EffectUse use, EffectDescriptor descriptor) {
        try {
            return descriptor.check(use.parameters());
        } catch (IllegalArgumentException _) {
            return use.parameters();
        }
    }

    /** The animated values at the steps at which they are taken. */
    private String moving(AppliedEffect effect, EffectDescriptor descriptor, FrameRate rate, long anchor, long from, long to,
            long origin) {
        StringBuilder moving = new StringBuilder();
        FramesOfSamples frames = FramesOfSamples.of(rate, sampleRateHz);
        effect.curves().forEach((name, curve) -> descriptor.parameter(name).filter(EffectParameter::isAnimatable)
                .ifPresent(parameter -> {
                    long firstStep = Math.floorDiv(from - anchor, EffectSound.STEP_SAMPLES);
                    long steps = Math.ceilDiv(to - anchor, (long) EffectSound.STEP_SAMPLES) - firstStep;
                    moving.append("  moving ").append(quoted(name)).append(' ');
                    if (steps > MOST_STEPS) {
                        moving.append(keyframes(curve, frames.frameAt(origin)));
                    } else {
                        ByteBuffer values = ByteBuffer.allocate((int) steps * Double.BYTES);
                        for (long step = firstStep; step < firstStep + steps; step++) {
                            values.putDouble(parameter.nearest(
                                    curve.valueAt(frames.frameAt(anchor + step * EffectSound.STEP_SAMPLES))));
                        }
                        moving.append(hash(values.array()));
                    }
                    moving.append('\n');
                }));
        return moving.toString();
    }

    private static String keyframes(Curve curve, double frame) {
        return quoted(curve.keyframes().stream()
                .map(each -> (each.frame() - frame) + " " + each.value() + " " + each.toNext()).toList().toString());
    }

    /** What is heard of a nested sequence in some samples of the outer one, at another speed with all that is around them. */
    private void nested(NestedSequence content, Playing playing, long from, long to, int depth) {
        try {
            Sequence inner = keys.sequence(content.sequence());
            Nested.refuseTooDeep(depth, inner);
            long one = playing.position(from);
            long other = playing.position(to - 1);
            long around = playing.asRecorded() ? 0 : (long) Math.ceil(sampleRateHz * 4 * playing.speed().absolute().toDouble());
            long start = Math.min(one, other) - around;
            line(" nested");
            range(inner, start, one, Math.max(one, other) + around + 1, depth + 1);
            line(" end");
        } catch (MediaException e) {
            line(" refused", quoted(e.getMessage()));
        }
    }

    private void line(String name, Object... values) {
        text.append(name);
        for (Object value : values) {
            text.append(' ').append(value);
        }
        text.append('\n');
    }

    static String quoted(String free) {
        return '"' + free.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
