package org.reelbench.interchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that reads the timelines of one file format.
 *
 * <pre>{@code
 * TimelineFormat format = formats.forFile(file).orElseThrow();
 * ImportedTimeline imported = format.read(file, ImportSettings.DEFAULT, MediaLookup.NOTHING);
 * imported.notCarriedOver().forEach(loss -> console.err().println(loss));
 * }</pre>
 *
 * Implementations are without state and safe for every thread. They never write, never run anything the file names, and hold the
 * file open only while {@link #read} runs. Files come from anywhere: time and memory stay bounded by their size.
 */
@ConsumerType
public interface TimelineFormat {

    /**
     * Returns the format's id.
     *
     * @return a short lower-case word that never changes, such as {@code otio}
     */
    String id();

    /**
     * Returns the format's name for people.
     *
     * @return the name, such as {@code OpenTimelineIO}
     */
    String name();

    /**
     * Returns how the names of such files end.
     *
     * @return the endings with their dot, lower case, such as {@code .otio}; at least one
     */
    List<String> extensions();

    /**
     * Reads a file. Costs its size, and one lookup for each medium it names.
     *
     * @param file the file; media it names relatively are looked for from its folder
     * @param settings what the file may leave open
     * @param media tells about media files; asked at most once for each, on the calling thread
     * @return the sequences, the media they use and what could not be carried over
     * @throws TimelineFormatException if the file is damaged or no file of this format; says where and what to do
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws IOException if the file cannot be read; its message is meant for people
     */
    ImportedTimeline read(Path file, ImportSettings settings, MediaLookup media) throws IOException;
}
