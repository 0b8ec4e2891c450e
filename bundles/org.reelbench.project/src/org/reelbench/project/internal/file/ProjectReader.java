package org.reelbench.project.internal.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reelbench.project.Project;
import org.reelbench.project.ProjectFormatException;
import org.reelbench.project.internal.json.Json;
import org.reelbench.project.internal.json.JsonLimits;
import org.reelbench.project.internal.json.JsonProblem;
import org.reelbench.project.internal.json.JsonReader;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.ProxyUse;
import org.reelbench.timeline.Recorded;
import org.reelbench.timeline.Sequence;

/**
 * Reads a project file, whoever wrote it: everything is checked before the project exists, and the first mistake ends the
 * reading.
 */
public final class ProjectReader {

    private static final String NO_PROJECT = "Choose a file that Reelbench saved, or restore a copy of this one.";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final ProblemReport report;
    private final MediaPaths paths;

    private ProjectReader(Path file) throws IOException {
        this(file, MediaPaths.of(file));
    }

    private ProjectReader(Path file, MediaPaths paths) {
        report = new ProblemReport(file);
        this.paths = paths;
    }

    /**
     * Reads a text that {@link ProjectText#of} made; touches no file.
     *
     * @throws ProjectFormatException if it is no project
     * @throws IOException if it cannot be read
     */
    public static Project parse(String text) throws IOException {
        Path copied = Path.of("copied");
        try {
            return new ProjectReader(copied, MediaPaths.none()).project(JsonReader.read(new StringReader(text),
                    JsonLimits.forProjects()));
        } catch (JsonProblem e) {
            throw new ProjectFormatException(copied, e.line(), e.column(), e.getMessage(), e.remedy(), e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws ProjectFormatException if it is no project
     * @throws IOException if it cannot be read, with a message for a person
     */
    public static Project read(Path file) throws IOException {
        return read(file, JsonLimits.forProjects());
    }

    /**
     * Reads a file and tells which version of it that was.
     *
     * @throws ProjectFormatException if it is no project
     * @throws IOException if it cannot be read, with a message for a person
     */
    public static Loaded load(Path file) throws IOException {
        MessageDigest digest = FileStamp.digest();
        requireReadable(file);
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            // A parser that is content has read to the end.
            Project project = new ProjectReader(file).project(tree(file, in, JsonLimits.forProjects()));
            return new Loaded(project, FileStamp.of(Files.size(file), digest));
        }
    }

    /** A project and the version of the file it came from. */
    public record Loaded(Project project, FileStamp stamp) {
    }

    static Project read(Path file, JsonLimits limits) throws IOException {
        requireReadable(file);
        try (InputStream in = Files.newInputStream(file)) {
            return new ProjectReader(file).project(tree(file, in, limits));
        }
    }

    private static void requireReadable(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such project: check the name and the folder");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString(), null, "the project cannot be read: ask for permission to read it");
        }
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "this is no file: choose the project file");
        }
        if (Files.size(file) > JsonLimits.MAX_FILE_BYTES) {
            throw new ProjectFormatException(file, 0, 0, "this is no project: it is larger than "
                    + (JsonLimits.MAX_FILE_BYTES >> 20) + " MB", NO_PROJECT, null);
        }
    }

    private static Json tree(Path file, InputStream in, JsonLimits limits) throws IOException {
        // Decoding by newDecoder() refuses what is no UTF-8 instead of replacing it.
        try (Reader reader = new BufferedReader(
                new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 1 << 16)) {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return JsonReader.read(reader, limits);
        } catch (JsonProblem e) {
            throw new ProjectFormatException(file, e.line(), e.column(), e.getMessage(), e.remedy(), e);
        } catch (CharacterCodingException e) {
            throw new ProjectFormatException(file, lineOfNoText(file), 0, "this is no text in UTF-8, as projects are",
                    NO_PROJECT, e);
        }
    }

    /** The decoder does not say where it failed, so look again. */
    private static int lineOfNoText(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 13);
        CharBuffer chars = CharBuffer.allocate(1 << 13);
        int line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            int count = 0;
            while (count >= 0) {
                count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.position(bytes.position() + Math.max(count, 0)).flip();
                boolean isBad = decoder.decode(bytes, chars, count < 0).isError();
                line += Math.toIntExact(chars.flip().chars().filter(c -> c == '\n').count());
                if (isBad) {
                    break;
                }
                chars.clear();
                bytes.compact();
            }
        }
        return line;
    }

    private Project project(Json root) throws ProjectFormatException {
        if (!(root instanceof Json.ObjectValue object) || !object.members().containsKey(Schema.VERSION_MEMBER)) {
            throw report.at(root, "", "this is no Reelbench project: it has no member \"" + Schema.VERSION_MEMBER + "\"",
                    NO_PROJECT);
        }
        Fields fields = Fields.of(report, root, "");
        long version = fields.whole(Schema.VERSION_MEMBER, 1, Long.MAX_VALUE);
        if (version > Schema.VERSION) {
            throw fields.problem(Schema.VERSION_MEMBER, "a newer Reelbench wrote this project (format " + version
                    + "; this one reads up to " + Schema.VERSION + ")", "Open it with the newer Reelbench.");
        }
        List<MediaReference> media = media(fields);
        List<Sequence> sequences = sequences(fields, media.stream().map(MediaReference::id).toList(), (int) version);
        Id main = fields.id("mainSequence");
        if (sequences.stream().noneMatch(sequence -> sequence.id().equals(main))) {
            throw fields.problem("mainSequence", "\"mainSequence\" names '" + Places.shown(main.value())
                    + "', which is none of the sequences", "Name one that is in \"sequences\".");
        }
        Optional<String> nesting = NestingRules.violation(sequences);
        if (nesting.isPresent()) {
            throw fields.problem("sequences", nesting.get(), "Remove the clip that shows it, or restore a copy of the file.");
        }
        String name = fields.text("name", "");
        return fields.build(() -> new Project(name, media, sequences, main, fields.unknown(Schema.PROJECT)));
    }

    private List<MediaReference> media(Fields project) throws ProjectFormatException {
        List<MediaReference> media = new ArrayList<>();
        UsedIds used = new UsedIds();
        for (Json value : project.list("media")) {
            Fields fields = Fields.of(report, value, "media " + (media.size() + 1));
            MediaReference reference = media(fields, paths);
            used.add(fields.as(Places.named("media", reference.id())), "id", reference.id());
            media.add(reference);
        }
        return media;
    }

    static MediaReference media(Fields unnamed, MediaPaths paths) throws ProjectFormatException {
        Id id = unnamed.id("id");
        Fields fields = unnamed.as(Places.named("media", id));
        String name = fields.text("name", "");
        String path = fields.parsed("path", "a path of this system", paths::toMemory);
        String fingerprint = fields.text("fingerprint", "");
        Interpretation interpretation = MediaText.interpretation(fields);
        ImageSequence images = MediaText.images(fields);
        ProxyUse proxy = fields.word("proxy", ProxyUse.class, ProxyUse.AUTO);
        Recorded recorded = MediaText.recorded(fields);
        String bin = fields.text("bin", "");
        return fields.build(() -> new MediaReference(id, name, path, fingerprint, interpretation, images, proxy,
                recorded, bin, fields.unknown(Schema.MEDIA)));
    }

    private List<Sequence> sequences(Fields project, List<Id> media, int version) throws ProjectFormatException {
        List<Json> values = project.list("sequences");
        List<Sequence> sequences = new ArrayList<>();
        UsedIds used = new UsedIds();
        for (Json value : values) {
            Fields unnamed = Fields.of(report, value, "sequence " + (sequences.size() + 1));
            Id id = unnamed.id("id");
            Fields fields = unnamed.as(Places.named("sequence", unnamed.text("name", ""), id));
            used.add(fields, "id", id);
            // Where there is one sequence only, naming it with every track would be noise.
            String outer = values.size() == 1 ? "" : fields.where() + " ";
            sequences.add(new SequenceReader(report, media, outer, version).read(fields, id));
        }
        if (sequences.isEmpty()) {
            throw project.problem("sequences", "\"sequences\" is empty, but a project has at least one", NO_PROJECT);
        }
        return sequences;
    }

    /** Ids of one kind, with the line each was first used in. */
    static final class UsedIds {
        private final Map<Id, Integer> lines = new HashMap<>();

        void add(Fields fields, String member, Id id) throws ProjectFormatException {
            Json value = fields.object().members().getOrDefault(member, fields.object());
            Integer first = lines.putIfAbsent(id, value.line());
            if (first != null) {
                throw fields.problem(member, "the id '" + Places.shown(id.value()) + "' is used twice, first in line " + first,
                        "Give one of the two another id.");
            }
        }
    }
}
