package org.reelbench.interchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.media.Cancellation;

/**
 * A service that knows all {@link TimelineFormat} services there are at the moment, and reads files with them.
 *
 * <pre>{@code
 * ImportedTimeline imported = formats.read(Path.of("film.otio"), ImportSettings.DEFAULT, new Cancellation());
 * Project project = new Project(imported.name(), imported.media(), imported.sequences(),
 *         imported.sequences().getFirst().id(), imported.extras());
 * }</pre>
 *
 * Safe for every thread.
 */
@ProviderType
public interface TimelineFormats {

    /**
     * Returns all formats.
     *
     * @return the formats in the order of their names
     */
    List<TimelineFormat> all();

    /**
     * Finds the format of a file by the end of its name; capital letters make no difference. Asks no file.
     *
     * @param file the file, which need not exist
     * @return the format, or empty if nobody reads such files
     */
    Optional<TimelineFormat> forFile(Path file);

    /**
     * Reads a file with the format of its name, and looks into the media it names with the media library there is. Media that
     * cannot be looked into are listed among what is not carried over, because their streams are guessed. Costs the size of the
     * file and opening each medium.
     *
     * @param file the file
     * @param settings what the file may leave open
     * @param cancellation asks to stop
     * @return the sequences, the media they use and what could not be carried over
     * @throws TimelineFormatException if nobody reads such files, or the file is damaged; says where and what to do
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws IOException if the file cannot be read; its message is meant for people
     * @throws org.reelbench.media.CancelledException if cancelled
     */
    ImportedTimeline read(Path file, ImportSettings settings, Cancellation cancellation) throws IOException;
}
