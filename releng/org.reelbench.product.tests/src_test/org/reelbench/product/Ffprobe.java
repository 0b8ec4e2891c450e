package org.reelbench.product;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.rules.ProductFolder;

/** The {@code ffprobe} program among the product's natives: a player of media by everybody else's rules. */
final class Ffprobe {

    private static final Path FOLDER = OwnFolder.named("ffprobe");
    private static final Pattern FILES = Pattern.compile("org/bytedeco/ffmpeg/linux-x86_64/(ffprobe|lib(av|sw|va|drm)[^/]*)");
    /** The loader's words for a library of the system that is not installed. */
    private static final Pattern LACKING = Pattern.compile("error while loading shared libraries: (\\S+):");
    private static final int MOST_LACKING = 8;

    private Ffprobe() {
    }

    /** Says what it prints. */
    static String run(String... arguments) throws IOException, InterruptedException {
        unpack();
        String said = said(arguments);
        for (int i = 0; i < MOST_LACKING; i++) {
            Matcher lacking = LACKING.matcher(said);
            if (!lacking.find()) {
                break;
            }
            // Libraries for recording from sound cards and screens, which are not used here: another takes the name.
            Files.createSymbolicLink(FOLDER.resolve(lacking.group(1)), Path.of("libdrm.so.2"));
            said = said(arguments);
        }
        return said;
    }

    /** How colourful the first picture of a film is. */
    static double saturation(Path film) throws IOException, InterruptedException {
        String said = run("-f", "lavfi", "-i", "movie=" + film + ",signalstats", "-show_entries",
                "frame_tags=lavfi.signalstats.SATAVG", "-of", "csv=p=0", "-read_intervals", "%+#1");
        return Double.parseDouble(said.lines().filter(line -> line.matches("[0-9.]+")).findFirst().orElse("NaN"));
    }

    private static String said(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(FOLDER.resolve("ffprobe").toString(), "-v", "error"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LD_LIBRARY_PATH", FOLDER.toString());
        return Tool.output(builder);
    }

    private static void unpack() throws IOException {
        Files.createDirectories(FOLDER);
        Path natives = ProductFolder.jars().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("org.bytedeco.ffmpeg.linux-x86_64_")).findFirst()
                .orElseThrow();
        try (JarFile jar = new JarFile(natives.toFile(), false)) {
            for (JarEntry entry : jar.stream().filter(e -> FILES.matcher(e.getName()).matches()).toList()) {
                Path file = FOLDER.resolve(entry.getName().substring(entry.getName().lastIndexOf('/') + 1));
                try (var bytes = jar.getInputStream(entry)) {
                    Files.copy(bytes, file);
                } catch (FileAlreadyExistsException e) {
                    // Unpacked by an earlier test.
                    continue;
                }
                if (!file.toFile().setExecutable(true)) {
                    throw new IOException(file + " cannot be made executable");
                }
            }
        }
    }
}
