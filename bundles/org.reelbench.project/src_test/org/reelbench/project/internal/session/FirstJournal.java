package org.reelbench.project.internal.session;

/**
 * A project and its journal as Reelbench wrote them when a record was one edit: saved after two of them, then four more, two of
 * these undone and one of those done again. The bytes are those of then, for check sums and hashes are of bytes.
 */
final class FirstJournal {

    static final String FILM = """
            {
              "reelbench": 2,
              "name": "Film",
              "mainSequence": "s1",
              "media": [
                {"id": "m1", "name": "beach.mp4", "path": "/media/beach.mp4"}
              ],
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
                        {"clip": "c1", "name": "Beach", "media": "m1", "stream": 0, "durationFrames": 100}
                      ]
                    },
                    {
                      "id": "a1",
                      "name": "A1",
                      "kind": "audio",
                      "items": []
                    }
                  ]
                }
              ]
            }
            """;

    static final String JOURNAL = """
            2bbce56d {"reelbenchJournal": 1, "project": ".film.reel.recovery", "process": "process 21942 on studio", \
            "revision": 2, "file": {"bytes": 679, "sha256": \
            "2b1ef6628535e8f3ad9251b41915e42420941fc3c96d34a0aa0e2a1ac8cf935d"}}
            41de7bdb {"kind": "past", "revision": 2, "dateMs": 0, "label": "Append 'Beach' to 'V1'", "command": \
            {"command": "append", "parameters": {"durationFrames": 100, "media": "m1", "name": "Beach", "track": "v1"}, \
            "revision": 1}, "created": ["c1"], "change": {"sequences": [{"id": "s1", "tracks": [{"id": "v1", "splices": \
            [{"at": 0, "removed": ["c1"], "added": []}]}]}]}}
            789458ca {"kind": "past", "revision": 1, "dateMs": 0, "label": "Add media 'beach.mp4'", "command": \
            {"command": "addMedia", "parameters": {"path": "/media/beach.mp4"}, "revision": 0}, "created": ["m1"], \
            "change": {"media": {"at": 0, "removed": ["m1"], "added": []}, "sequences": []}}
            2be505f2 {"kind": "EDIT", "revision": 3, "dateMs": 1795275461975, "label": "Append 'Waves' to 'A1'", \
            "command": {"command": "append", "parameters": {"durationFrames": 100, "media": "m1", "name": "Waves", \
            "stream": 1, "track": "a1"}, "revision": 2}, "created": ["c2"], "change": {"sequences": [{"id": "s1", \
            "tracks": [{"id": "a1", "splices": [{"at": 0, "removed": [], "added": [{"item": {"clip": "c2", "name": \
            "Waves", "media": "m1", "stream": 1, "durationFrames": 100}}]}]}]}]}}
            2201e7f8 {"kind": "EDIT", "revision": 4, "dateMs": 1795275462005, "label": "Link 2 clips", "command": \
            {"command": "link", "parameters": {"clips": ["c1", "c2"]}, "revision": 3}, "created": [], "change": \
            {"sequences": [{"id": "s1", "tracks": [{"id": "v1", "splices": [{"at": 0, "removed": ["c1"], "added": \
            [{"item": {"clip": "c1", "name": "Beach", "media": "m1", "stream": 0, "durationFrames": 100, "link": \
            "l1"}}]}]}, {"id": "a1", "splices": [{"at": 0, "removed": ["c2"], "added": [{"item": {"clip": "c2", "name": \
            "Waves", "media": "m1", "stream": 1, "durationFrames": 100, "link": "l1"}}]}]}]}]}}
            94545401 {"kind": "EDIT", "revision": 5, "dateMs": 1795275462036, "label": "Split 'Beach' at 00:00:01:15", \
            "command": {"command": "split", "parameters": {"clip": "c1", "frame": 40}, "revision": 4}, "created": \
            ["c3", "c4"], "change": {"sequences": [{"id": "s1", "tracks": [{"id": "v1", "splices": [{"at": 0, \
            "removed": ["c1"], "added": [{"item": {"clip": "c1", "name": "Beach", "media": "m1", "stream": 0, \
            "durationFrames": 40, "link": "l1"}}, {"item": {"clip": "c3", "name": "Beach", "media": "m1", "stream": 0, \
            "sourceIn": "8/5s", "durationFrames": 60, "link": "l2"}}]}]}, {"id": "a1", "splices": [{"at": 0, "removed": \
            ["c2"], "added": [{"item": {"clip": "c2", "name": "Waves", "media": "m1", "stream": 1, "durationFrames": \
            40, "link": "l1"}}, {"item": {"clip": "c4", "name": "Waves", "media": "m1", "stream": 1, "sourceIn": \
            "8/5s", "durationFrames": 60, "link": "l2"}}]}]}]}]}}
            dc34954c {"kind": "EDIT", "revision": 6, "dateMs": 1795275462038, "label": "Mute 'A1'", "command": \
            {"command": "muteTrack", "parameters": {"track": "a1"}, "revision": 5}, "created": [], "change": \
            {"sequences": [{"id": "s1", "tracks": [{"id": "a1", "header": {"id": "a1", "name": "A1", "kind": "audio", \
            "muted": true, "items": []}, "splices": []}]}]}}
            e05fb4bb {"kind": "UNDO", "revision": 7, "dateMs": 1795275462038, "label": "Mute 'A1'", "command": \
            {"command": "muteTrack", "parameters": {"track": "a1"}, "revision": 5}, "created": [], "change": \
            {"sequences": [{"id": "s1", "tracks": [{"id": "a1", "header": {"id": "a1", "name": "A1", "kind": "audio", \
            "items": []}, "splices": []}]}]}}
            0ed0d35d {"kind": "UNDO", "revision": 8, "dateMs": 1795275462038, "label": "Split 'Beach' at 00:00:01:15", \
            "command": {"command": "split", "parameters": {"clip": "c1", "frame": 40}, "revision": 4}, "created": [], \
            "change": {"sequences": [{"id": "s1", "tracks": [{"id": "v1", "splices": [{"at": 0, "removed": ["c1", \
            "c3"], "added": [{"item": {"clip": "c1", "name": "Beach", "media": "m1", "stream": 0, "durationFrames": \
            100, "link": "l1"}}]}]}, {"id": "a1", "splices": [{"at": 0, "removed": ["c2", "c4"], "added": [{"item": \
            {"clip": "c2", "name": "Waves", "media": "m1", "stream": 1, "durationFrames": 100, "link": "l1"}}]}]}]}]}}
            ca675a84 {"kind": "REDO", "revision": 9, "dateMs": 1795275462038, "label": "Split 'Beach' at 00:00:01:15", \
            "command": {"command": "split", "parameters": {"clip": "c1", "frame": 40}, "revision": 4}, "created": \
            ["c3", "c4"], "change": {"sequences": [{"id": "s1", "tracks": [{"id": "v1", "splices": [{"at": 0, \
            "removed": ["c1"], "added": [{"item": {"clip": "c1", "name": "Beach", "media": "m1", "stream": 0, \
            "durationFrames": 40, "link": "l1"}}, {"item": {"clip": "c3", "name": "Beach", "media": "m1", "stream": 0, \
            "sourceIn": "8/5s", "durationFrames": 60, "link": "l2"}}]}]}, {"id": "a1", "splices": [{"at": 0, "removed": \
            ["c2"], "added": [{"item": {"clip": "c2", "name": "Waves", "media": "m1", "stream": 1, "durationFrames": \
            40, "link": "l1"}}, {"item": {"clip": "c4", "name": "Waves", "media": "m1", "stream": 1, "sourceIn": \
            "8/5s", "durationFrames": 60, "link": "l2"}}]}]}]}]}}
            """;

    private FirstJournal() {
    }
}
