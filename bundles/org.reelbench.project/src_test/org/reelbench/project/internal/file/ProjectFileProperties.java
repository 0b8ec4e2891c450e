package org.reelbench.project.internal.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectFormatException;

/**
 * What holds for every project and every file.
 */
class ProjectFileProperties {

    private static final int COUNT = System.getProperty("reelbench.tier", "quick").equals("deep") ? 5_000 : 200;

    @Test
    void loadingWhatWasSavedGivesAnEqualProjectAndTheSameText(@TempDir Path folder) throws Exception {
        long first = System.nanoTime();
        Path file = folder.resolve("film.reel");
        Path again = folder.resolve("again.reel");
        for (long seed = first; seed < first + COUNT; seed++) {
            Project project = new RandomProjects(seed, folder).next();
            ProjectFile.save(project, file);
            Project loaded = ProjectFile.load(file);
            assertEquals(project, loaded, "seed " + seed);
            ProjectFile.save(loaded, again);
            assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again), "seed " + seed);
        }
    }

    @Test
    void aFolderMovedWithItsMediaLoadsWithTheMediaInTheNewPlace(@TempDir Path folder) throws Exception {
        long first = System.nanoTime();
        Path here = Files.createDirectories(folder.resolve("here/project"));
        Path there = Files.createDirectories(folder.resolve("there/project"));
        for (long seed = first; seed < first + COUNT / 10; seed++) {
            Path file = here.resolve("film.reel");
            ProjectFile.save(new RandomProjects(seed, here).next(), file);
            Path moved = Files.copy(file, there.resolve("film.reel"));
            assertEquals(new RandomProjects(seed, there).next(), ProjectFile.load(moved), "seed " + seed);
            Files.delete(moved);
        }
    }

    /** Whatever is done to a file, loading it gives a project or says what is wrong with it; nothing else is ever thrown. */
    @Test
    void aDamagedFileIsAProjectOrIsRefusedInWords(@TempDir Path folder) throws Exception {
        long first = System.nanoTime();
        Path file = folder.resolve("film.reel");
        int refused = 0;
        for (long seed = first; seed < first + COUNT; seed++) {
            ProjectFile.save(new RandomProjects(seed, folder).next(), file);
            Files.write(file, damaged(Files.readAllBytes(file), new Random(seed)));
            try {
                ProjectFile.load(file);
            } catch (ProjectFormatException e) {
                assertTrue(e.getMessage().startsWith("film.reel") && e.getMessage().endsWith("."), "seed " + seed + ": " + e);
                refused++;
            } catch (Exception | StackOverflowError e) {
                fail("seed " + seed, e);
            }
        }
        assertTrue(refused > COUNT / 3, "only " + refused + " of " + COUNT + " were refused: the damage does not bite");
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(20));
        switch (random.nextInt(5)) {
        case 0 :
            return Arrays.copyOf(bytes, at);
        case 1 :
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            return bytes;
        case 2 :
            return (new String(bytes, 0, at, StandardCharsets.ISO_8859_1) + new String(bytes, end, bytes.length - end,
                    StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        case 3 :
            // A number or digit becomes another: what is still JSON but means something else.
            String text = new String(bytes, StandardCharsets.UTF_8);
            String[] values = { "-1", "0", "99999999999999999999", "1e999", "null", "\"\"", "[]", "{}", "1/0",
                    "9223372036854775807" };
            return text.replaceFirst("(?<=: )(\"[^\"\\\\]*\"|-?[0-9.]+)(?=[,}\\n])", values[random.nextInt(values.length)])
                    .getBytes(StandardCharsets.UTF_8);
        default :
            byte[] twice = Arrays.copyOf(bytes, bytes.length + end - at);
            System.arraycopy(bytes, at, twice, end, bytes.length - at);
            return twice;
        }
    }
}
