package org.reelbench.project.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ProjectSession;

/** What a file says of an effect or a generator that nobody here knows is the same after edits, a crash and saving. */
class UnknownEffectTest {

    private static final String EFFECT = """
            {"effect": "org.example.glow", "version": "7.1-beta", "parameters": {"centre": 0.25, "count": 9007199254740993, \
            "file": "a/b.cube", "on": true}, "curves": {"amount": [[0, 0.0], [12, 1.0, "hold"], [40, 0.5, 0.4, 0.0, 0.6, 1.0]]}, \
            "enabled": false, "mask": {"points": [[0, 1.50], [1e3, null]]}}""";
    private static final String GENERATOR = """
            "generator": "org.example.clouds",
                          "parameters": {"seed": "12", "täxt": "a\\nb"}""";
    private static final String FILM = """
            {
              "reelbench": 3,
              "name": "Film",
              "mainSequence": "s1",
              "media": [],
              "sequences": [
                {
                  "id": "s1",
                  "name": "Main",
                  "rate": "25",
                  "widthPx": 1280,
                  "heightPx": 720,
                  "sampleRateHz": 48000,
                  "tracks": [
                    {
                      "id": "v1",
                      "name": "V1",
                      "kind": "video",
                      "items": [
                        {
                          "clip": "c1",
                          %s,
                          "durationFrames": 100,
                          "effects": [
                            %s
                          ]
                        }
                      ]
                    }
                  ]
                }
              ]
            }
            """.formatted(GENERATOR, EFFECT);

    private final Path file;

    UnknownEffectTest(@TempDir Path folder) throws Exception {
        file = folder.resolve("film.reel");
        Files.writeString(file, FILM);
    }

    private static void run(ProjectSession session, String line) throws Exception {
        session.execute(EditCommands.ofLine(line, session.project(), session.revision()).orElseThrow());
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aFileWithThemIsWrittenAsItWas() throws Exception {
        try (ProjectSession session = new FileSessions().open(file)) {
            run(session, "rename-project name=Other");
            run(session, "rename-project name=Film");
            session.save();
        }
        assertEquals(FILM, Files.readString(file));
    }

    @Test
    void bothPartsOfACutClipHaveAllOfThemAfterEditsACrashAndSaving() throws Exception {
        try (ProjectSession session = new FileSessions().open(file)) {
            // Behind the last keyframe, so that the left part's curve is the old one; the right one's begins earlier.
            for (String line : List.of("split track=v1 at=60", "move clip=c2 to-frame=200", "set-opacity clip=c2 opacity=0.5",
                    "set-blend clip=c2 blend=screen", "set-fades clip=c1 in=5", "rename-clip clip=c1 name=Clouds",
                    "set-effect-enabled clip=c2 effect=0 enabled=true", "set-effect-enabled clip=c2 effect=0 enabled=false",
                    "nest clips=c2", "flatten clip=c3 remove=true")) {
                run(session, line);
            }
        }
        try (ProjectSession session = new FileSessions().open(file)) {
            session.save();
        }
        String text = Files.readString(file);
        assertTrue(text.contains(EFFECT), text);
        assertEquals(2, count(text, GENERATOR), text);
        String later = EFFECT.replace("[0, 0.0], [12,", "[-60, 0.0], [-48,").replace("[40,", "[-20,");
        assertTrue(text.contains(later), text);
    }
}
