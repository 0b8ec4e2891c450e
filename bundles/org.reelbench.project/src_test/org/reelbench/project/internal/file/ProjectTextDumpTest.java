package org.reelbench.project.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;
import org.reelbench.timeline.Transition;

/**
 * The text of a project file, as people see it.
 */
class ProjectTextDumpTest {

    static Project project(Path folder) {
        List<MediaReference> media = List.of(
                new MediaReference(new Id("m1"), "beach.mp4", folder.resolve("footage/beach.mp4").toString(), "", Extras.NONE),
                new MediaReference(new Id("m2"), "Logo", "/art/logo.png", "xx64:0123456789abcdef", extras("rating", "5")));
        Clip beach = Clip.of(new Id("c1"), "Beach", new MediaStream(new Id("m1"), 0), RationalTime.of(1001, 30_000), 48);
        Clip logo = Clip.of(new Id("c2"), "Logo", new Still(new Id("m2")), RationalTime.ZERO, 90)
                .withTransform(new Transform(-480, 0, 0.5, 0, new Crop(0, 8, 0, 8)))
                .withOpacity(0.75)
                .withEffects(List.of(new AppliedEffect("blur", new TreeMap<>(Map.of("radiusPx", 2.0, "passes", 3L)))));
        Clip red = Clip.of(new Id("c3"), "", Generator.color("#ff0000"), RationalTime.ZERO, 24);
        Clip slow = Clip.of(new Id("c4"), "Sea", new MediaStream(new Id("m1"), 0), RationalTime.ofSeconds(12), 240)
                .withSpeed(Rational.of(1, 2)).withExtras(extras("colourLabel", "\"blue\""));
        Clip sound = Clip.of(new Id("c5"), "Waves", new MediaStream(new Id("m1"), 1), RationalTime.ZERO, 402).withGainDb(-6);
        Track v1 = Track.of(new Id("v1"), "V1", TrackKind.VIDEO)
                .withItems(TrackItems.of(List.of(beach, Transition.dissolve(new Id("t1"), 6, 6), slow, new Gap(24), red)));
        Track v2 = Track.of(new Id("v2"), "V2", TrackKind.VIDEO).withHidden(true).withItems(TrackItems.of(List.of(logo)));
        Track a1 = Track.of(new Id("a1"), "A1", TrackKind.AUDIO).withMuted(true).withItems(TrackItems.of(List.of(sound)));
        Sequence sequence = new Sequence(new Id("s1"), "Main", FrameRate.of(30_000, 1001), 1920, 1080, 48_000,
                List.of(a1, v1, v2),
                Extras.NONE);
        return Project.of("Summer", sequence).withMedia(media);
    }

    private static Extras extras(String name, String json) {
        return new Extras(new TreeMap<>(Map.of(name, json)));
    }

    @Test
    void aProjectReadsLikeThis(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("summer.reel");
        ProjectFile.save(project(folder), file);
        assertEquals("""
                {
                  "reelbench": 3,
                  "name": "Summer",
                  "mainSequence": "s1",
                  "media": [
                    {"id": "m1", "name": "beach.mp4", "path": "footage/beach.mp4"},
                    {"id": "m2", "name": "Logo", "path": "/art/logo.png", "fingerprint": "xx64:0123456789abcdef", "rating": 5}
                  ],
                  "sequences": [
                    {
                      "id": "s1",
                      "name": "Main",
                      "rate": "30000/1001",
                      "widthPx": 1920,
                      "heightPx": 1080,
                      "sampleRateHz": 48000,
                      "tracks": [
                        {
                          "id": "a1",
                          "name": "A1",
                          "kind": "audio",
                          "muted": true,
                          "items": [
                            {"clip": "c5", "name": "Waves", "media": "m1", "stream": 1, "durationFrames": 402, "gainDb": -6.0}
                          ]
                        },
                        {
                          "id": "v1",
                          "name": "V1",
                          "kind": "video",
                          "items": [
                            {"clip": "c1", "name": "Beach", "media": "m1", "stream": 0, \
                "sourceIn": "1001/30000s", "durationFrames": 48},
                            {"transition": "t1", "kind": "dissolve", "inOffsetFrames": 6, "outOffsetFrames": 6},
                            {"clip": "c4", "name": "Sea", "media": "m1", "stream": 0, "sourceIn": "12s", "durationFrames": 240, \
                "speed": "1/2", "colourLabel": "blue"},
                            {"gapFrames": 24},
                            {"clip": "c3", "generator": "color", "parameters": {"color": "#ff0000"}, "durationFrames": 24}
                          ]
                        },
                        {
                          "id": "v2",
                          "name": "V2",
                          "kind": "video",
                          "hidden": true,
                          "items": [
                            {
                              "clip": "c2",
                              "name": "Logo",
                              "still": "m2",
                              "durationFrames": 90,
                              "opacity": 0.75,
                              "transform": {"xPx": -480.0, "scale": 0.5, "crop": {"topPx": 8, "bottomPx": 8}},
                              "effects": [
                                {"effect": "blur", "parameters": {"passes": 3, "radiusPx": 2.0}}
                              ]
                            }
                          ]
                        }
                      ]
                    }
                  ]
                }
                """, Files.readString(file));
    }

    @Test
    void aSplitChangesTheLineOfItsClipAndAddsOne(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("summer.reel");
        Project project = project(folder);
        ProjectFile.save(project, file);
        List<String> before = Files.readAllLines(file);
        Sequence split = Edits.split(project.mainSequence(), new Id("v1"), 100, new Id("c6"));
        ProjectFile.save(project.withSequence(split), file);
        List<String> after = Files.readAllLines(file);
        List<String> changed = new ArrayList<>(after);
        changed.removeAll(before);
        assertEquals(2, changed.size(), String.join("\n", changed));
        assertEquals(before.size() + 1, after.size());
    }
}
