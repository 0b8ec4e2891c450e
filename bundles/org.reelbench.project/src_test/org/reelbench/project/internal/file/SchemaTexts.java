package org.reelbench.project.internal.file;

import java.util.List;

/**
 * A project file of every version ever written, in the order of the versions. They are never changed; a new version adds one.
 */
final class SchemaTexts {

    static final List<String> ALL = List.of("""
            {
              "reelbench": 1,
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
            """, """
            {
              "reelbench": 2,
              "name": "Everything",
              "mainSequence": "s1",
              "media": [
                {"id": "m1", "name": "beach.mp4", "path": "beach.mp4"}
              ],
              "sequences": [
                {
                  "id": "s1",
                  "name": "Main",
                  "rate": "24",
                  "widthPx": 1280,
                  "heightPx": 720,
                  "sampleRateHz": 48000,
                  "tracks": [
                    {
                      "id": "a1",
                      "name": "A1",
                      "kind": "audio",
                      "solo": true,
                      "items": [
                        {"clip": "c3", "name": "Waves", "media": "m1", "stream": 1, "durationFrames": 48, \
            "pan": -0.5, "link": "l1", "group": "g1"}
                      ]
                    },
                    {
                      "id": "v1",
                      "name": "V1",
                      "kind": "video",
                      "locked": true,
                      "items": [
                        {
                          "clip": "c1",
                          "name": "Beach",
                          "media": "m1",
                          "stream": 0,
                          "durationFrames": 48,
                          "speed": "-1/2",
                          "link": "l1",
                          "group": "g1",
                          "curves": {"opacity": [[0, 0.0], [12, 1.0, "hold"], [40, 0.5, 0.4, 0.0, 0.6, 1.0], [48, 0.0]]},
                          "effects": [
                            {"effect": "blur", "parameters": {"radiusPx": 2.0}, "curves": {"radiusPx": [[0, \
            0.0], [12, 1.0, "hold"], [40, 0.5, 0.4, 0.0, 0.6, 1.0], [48, 0.0]]}, "enabled": false}
                          ]
                        },
                        {"clip": "c2", "media": "m1", "stream": 0, "sourceIn": "1s", "durationFrames": 24, "speed": "0"},
                        {"clip": "c4", "name": "Titles", "sequence": "s2", "durationFrames": 24}
                      ]
                    }
                  ],
                  "inFrame": 12,
                  "outFrame": 72,
                  "markers": [
                    {"id": "k1", "name": "Start", "frame": 0},
                    {"id": "k2", "frame": 30, "durationFrames": 6, "color": "#ff8000", "note": "too dark?"}
                  ]
                },
                {
                  "id": "s2",
                  "name": "Titles",
                  "rate": "24",
                  "widthPx": 1280,
                  "heightPx": 720,
                  "sampleRateHz": 48000,
                  "tracks": [
                    {
                      "id": "v1",
                      "name": "V1",
                      "kind": "video",
                      "items": [
                        {"clip": "c5", "generator": "color", "parameters": {"color": "#202020"}, "durationFrames": 24}
                      ]
                    }
                  ]
                }
              ]
            }
            """, """
            {
              "reelbench": 3,
              "name": "Treated",
              "mainSequence": "s1",
              "media": [
                {"id": "m1", "name": "beach.mp4", "path": "beach.mp4", "rotationDegrees": 90, "pixelAspect": "16/15", \
            "fieldOrder": "top-first", "color": "hlg", "range": "full", "frameRate": "24"},
                {"id": "m2", "path": "shots/take_%04d.png", "firstImage": 1001, "imageCount": 240, "imageRate": "24000/1001", \
            "proxy": "never"}
              ],
              "sequences": [
                {
                  "id": "s1",
                  "name": "Main",
                  "rate": "24",
                  "widthPx": 1280,
                  "heightPx": 720,
                  "sampleRateHz": 48000,
                  "limiter": true,
                  "tracks": [
                    {
                      "id": "a1",
                      "name": "A1",
                      "kind": "audio",
                      "items": [
                        {"clip": "c3", "name": "Waves", "media": "m1", "stream": 1, "durationFrames": 48, \
            "speed": "2", "channels": "3,4", "keepPitch": false},
                        {"clip": "c4", "media": "m1", "stream": 1, "durationFrames": 48, "speed": "2", "channels": "mono"}
                      ]
                    },
                    {
                      "id": "v1",
                      "name": "V1",
                      "kind": "video",
                      "items": [
                        {
                          "clip": "c1",
                          "name": "Beach",
                          "media": "m1",
                          "stream": 0,
                          "durationFrames": 48,
                          "blend": "multiply",
                          "fadeInFrames": 12,
                          "fadeOutFrames": 24,
                          "transform": {"anchorX": 0.0, "anchorY": 0.25, "crop": {"leftPx": 8, "topPx": 0.5}},
                          "curves": {"anchorX": [[0, 0.0], [24, 1.0]], "cropLeftPx": [[0, 0.0], [24, 7.5]]},
                          "effects": [
                            {"effect": "blur", "version": "1.2", "parameters": {"radiusPx": 2.0}}
                          ]
                        },
                        {"clip": "c2", "media": "m2", "stream": 0, "durationFrames": 24},
                        {"clip": "c5", "generator": "title", "parameters": {"text": "The end"}, "durationFrames": 24}
                      ]
                    }
                  ]
                }
              ]
            }
            """);

    private SchemaTexts() {
    }
}
