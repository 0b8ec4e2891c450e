package org.reelbench.audio.internal;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.AudioSink;
import org.reelbench.media.AudioSinks;
import org.reelbench.media.SilentSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the system's default output, or the silent clock where it cannot be had. */
@Component
public final class SystemSound implements AudioSinks {

    private static final Logger LOG = LoggerFactory.getLogger(SystemSound.class);

    /** How much is buffered: enough to bridge a slow decode, little enough that a pause is felt at once. */
    private static final int BUFFER_MS = 200;
    private static final int BITS = 16;

    /** Opens an output. */
    @FunctionalInterface
    interface Lines {
        SourceDataLine open(AudioFormat format) throws LineUnavailableException;
    }

    private final Lines lines;

    /** Creates the service; the sound system is asked when a sink is opened. */
    public SystemSound() {
        this(AudioSystem::getSourceDataLine);
    }

    SystemSound(Lines lines) {
        this.lines = lines;
    }

    @Override
    public AudioSink open(int sampleRateHz, int channels) {
        AudioFormat format = new AudioFormat(sampleRateHz, BITS, channels, true, false);
        int bufferFrames = Math.max(1, (int) ((long) sampleRateHz * BUFFER_MS / 1000));
        try {
            SourceDataLine line = lines.open(format);
            line.open(format, bufferFrames * format.getFrameSize());
            return new JavaSoundSink(line);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            // The sound system throws IllegalArgumentException where no device has the format, as on a machine without any.
            LOG.info("no sound is heard, playback runs by the clock: {}", e.getMessage());
            return new SilentSink(sampleRateHz, bufferFrames);
        }
    }
}
