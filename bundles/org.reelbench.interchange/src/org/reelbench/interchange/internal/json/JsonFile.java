package org.reelbench.interchange.internal.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads the JSON of a file, whoever wrote it.
 */
public final class JsonFile {

    private static final String OTHER_FILE = "Choose another file, or have it written again.";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private JsonFile() {
    }

    /**
     * Reads a file.
     *
     * @throws JsonProblem if it is no JSON or exceeds the limits
     * @throws IOException if it cannot be read, with a message for a person
     */
    public static Json read(Path file, JsonLimits limits) throws JsonProblem, IOException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such file: check the name and the folder");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString(), null, "the file cannot be read: ask for permission to read it");
        }
        // A pipe or a device might never end.
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "this is no file: choose a file");
        }
        if (Files.size(file) > limits.maxFileBytes()) {
            throw new JsonProblem(0, "this file is larger than " + (limits.maxFileBytes() >> 20) + " MB", OTHER_FILE, null);
        }
        // Decoding by newDecoder() refuses what is no UTF-8 instead of replacing it.
        try (Reader reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()), 1 << 16)) {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return JsonReader.read(reader, limits);
        } catch (CharacterCodingException e) {
            throw new JsonProblem(0, "this is no text in UTF-8", OTHER_FILE, e);
        }
    }
}
