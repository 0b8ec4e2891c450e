package org.reelbench.capture.internal.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What a recording says of itself in its file: one line of text each for its id and for the changes of quality.
 *
 * @param mediaId the id given at the start
 * @param steps the changes, oldest first
 */
public record FilmNotes(UUID mediaId, List<String> steps) {

    private static final String MEDIA = "media ";
    private static final String STEP = "step ";
    /** A machine that goes up and down all day must not fill the head. */
    private static final int MOST_STEPS = 1000;

    /** Creates the notes with a list of its own. */
    public FilmNotes {
        steps = List.copyOf(steps);
    }

    /** Returns the notes with one more change, unless there are too many. */
    FilmNotes with(String step) {
        if (steps.size() >= MOST_STEPS) {
            return this;
        }
        List<String> more = new ArrayList<>(steps);
        more.add(step);
        return new FilmNotes(mediaId, more);
    }

    /**
     * Puts a change into words.
     *
     * @param timeUs when, in microseconds of the recording
     * @param framesPerSecond the rate from there
     * @param quality the quality from there, to 1
     * @param scale the size from there, to 1
     * @return one line
     */
    public static String step(long timeUs, double framesPerSecond, double quality, double scale) {
        return String.format(Locale.ROOT, "%d us: %.3f fps, quality %.3f, scale %.3f", timeUs, framesPerSecond, quality, scale);
    }

    String text() {
        StringBuilder text = new StringBuilder(MEDIA).append(mediaId).append('\n');
        steps.forEach(step -> text.append(STEP).append(step).append('\n'));
        return text.toString();
    }

    /**
     * Returns a box that notes a change, to stand between two fragments.
     *
     * @param step the change in words
     * @return a whole box
     */
    public static byte[] box(String step) {
        BoxWriter out = new BoxWriter();
        MovieWriter.notes(out, STEP + step + '\n');
        return out.toBytes();
    }

    /** Returns the change that a box tells of. */
    static String stepOf(ByteBuffer box) {
        return stepOf(LayoutReader.noteText(box.slice(FragmentHead.HEAD_BYTES, box.getInt(0) - FragmentHead.HEAD_BYTES)).strip());
    }

    /** Returns the change that a line tells of. */
    static String stepOf(String line) {
        return line.startsWith(STEP) ? line.substring(STEP.length()) : line;
    }

    /** Reads notes; throws IllegalArgumentException if they name no medium. */
    static FilmNotes parse(String text) {
        FilmNotes notes = null;
        for (String line : text.lines().toList()) {
            if (line.startsWith(MEDIA)) {
                notes = new FilmNotes(UUID.fromString(line.substring(MEDIA.length())), List.of());
            } else if (line.startsWith(STEP) && notes != null) {
                notes = notes.with(line.substring(STEP.length()));
            }
        }
        if (notes == null) {
            throw new IllegalArgumentException("the file does not say which recording it is");
        }
        return notes;
    }
}
