package org.reelbench.render.internal;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.timeline.ChannelChoice;

/** A sound of which one side, their mean or sides picked by number are heard. */
final class ChannelSound implements Sound {

    private final Sound sound;
    private final ChannelChoice choice;

    private ChannelSound(Sound sound, ChannelChoice choice) {
        this.sound = sound;
        this.choice = choice;
    }

    /** Takes over a sound of two channels, and lets those that are chosen be heard. */
    static Sound of(Sound sound, ChannelChoice choice) {
        return choice.equals(ChannelChoice.ALL) ? sound : new ChannelSound(sound, choice);
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws MediaException {
        sound.read(firstSample, channels, offset, count, cancellation);
        float[] left = channels[0];
        float[] right = channels[1];
        switch (choice) {
        case ChannelChoice.Mix mix -> {
            switch (mix) {
            case ALL -> {
                // both are where they belong
            }
            case LEFT -> System.arraycopy(left, offset, right, offset, count);
            case RIGHT -> System.arraycopy(right, offset, left, offset, count);
            case MONO -> {
                for (int i = offset; i < offset + count; i++) {
                    left[i] = (left[i] + right[i]) / 2;
                    right[i] = left[i];
                }
            }
            }
        }
        case ChannelChoice.Numbered numbered -> pick(numbered.numbers().getFirst(), numbered.numbers().getLast(), left, right,
                offset, count);
        }
    }

    private static void pick(int first, int last, float[] left, float[] right, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            float one = left[i];
            float two = right[i];
            left[i] = first == 1 ? one : first == 2 ? two : 0;
            right[i] = last == 1 ? one : last == 2 ? two : 0;
        }
    }

    @Override
    public void close() {
        sound.close();
    }
}
