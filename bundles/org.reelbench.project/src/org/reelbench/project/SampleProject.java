package org.reelbench.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that makes a project with media of its own, for people who want to try the program before they have any.
 * <p>
 * Called on one thread at a time, never on one that draws.
 *
 * <pre>{@code
 * Path file = sample.make(folder, step -> show(step), cancelled);
 * editor.open(file);
 * }</pre>
 */
@ConsumerType
public interface SampleProject {

    /**
     * Returns what people call it.
     *
     * @return a name
     */
    String name();

    /**
     * Makes the media and the project; what lies there whole from an earlier call is used again.
     *
     * @param folder where everything goes; made if it is not there
     * @param step is told what is being made, in words
     * @param cancelled completes when it is to stop; what waits for it stops within a moment
     * @return the project file
     * @throws IOException if something cannot be made, naming the file, or if it was cancelled
     */
    Path make(Path folder, Consumer<String> step, CompletionStage<?> cancelled) throws IOException;
}
