package org.reelbench.project.internal.edit;

/**
 * What each command that places or cuts clips does to the film of {@link CommandTableTest}. A row is a command, with what came of it behind.
 */
final class PlaceCommandTable {

    static final String TEXT = """
            # clips
            > append track=a1 media=m1 stream=1 duration=2s
              Append 'beach.mp4' to 'A1' [c9]
              + s1 a1 250 c9 50 'beach.mp4' m1:1 0s
            ! append track=a1 still=m1 duration=2s
              clip 'beach.mp4' (c9) is a still picture and cannot lie on track 'A1' (a1), an audio track
            > place track=v2 at=00:00:01:00 generator=color parameters={"color":"#00ff00"} name="A \\"green\\" one" duration=25f
              Place 'A "green" one' at 00:00:01:00 [c9]
              - s1 v2 0 gap 300
              + s1 v2 0 gap 25
              + s1 v2 25 c9 25 'A "green" one' color{color=#00ff00} 0s
              + s1 v2 50 gap 250
            ! place track=1 at=10 media=m1 duration=10
              frames 10 to 20 of track 'V1' (v1) are not free: clip 'Beach' (c1) lies at 0 to 100
            ! place track=v1 sequence=s2 at=200 nested=s1 duration=10
              the clip cannot show that: sequence 's1' contains itself
            > insert track=1 at=110 media=m1 duration=10
              Insert 'beach.mp4' at 00:00:04:10 [c9, c10]
              - s1 v1 100 c2 50 'Red' color{} 0s
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 100 c2 10 'Red' color{} 0s
              + s1 v1 110 c9 10 'beach.mp4' m1:0 0s
              + s1 v1 120 c10 40 'Red' color{} 2/5s
              + s1 v1 160 t1 5|5
              + s1 v1 160 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
            ! insert track=video:3 at=0 media=m1 duration=10
              track 'Held' (v3) is locked
            > overwrite track=track:1 at=110 media=m1 duration=10
              Overwrite with 'beach.mp4' at 00:00:04:10 [c9, c10]
              - s1 v1 100 c2 50 'Red' color{} 0s
              + s1 v1 100 c2 10 'Red' color{} 0s
              + s1 v1 110 c9 10 'beach.mp4' m1:0 0s
              + s1 v1 120 c10 30 'Red' color{} 4/5s
            ! overwrite track=v1 at=5 media=m9 duration=10
              overwrite: there is no media 'm9' in the project: add it first
            > paste copied="{\\"reelbench\\":3,\\"name\\":\\"\\",\\"mainSequence\\":\\"s9\\",\\"media\\":[],\\"sequences\\":[{\\"id\\":\\"s9\\",\\"rate\\":\\"25/1\\",\\"widthPx\\":1280,\\"heightPx\\":720,\\"sampleRateHz\\":48000,\\"tracks\\":[{\\"id\\":\\"v1\\",\\"kind\\":\\"video\\",\\"items\\":[{\\"clip\\":\\"c1\\",\\"name\\":\\"Green\\",\\"generator\\":\\"color\\",\\"durationFrames\\":20}]}]}]}" at=300
              Paste 'Green' at 00:00:12:00 [c9]
              + s1 v1 250 gap 50
              + s1 v1 300 c9 20 'Green' color{} 0s
            ! paste copied=nothing at=10
              what was copied are no clips
            > move clip=c1 at=400
              Move 'Beach' to 00:00:16:00
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 gap 100
              + s1 a1 250 gap 150
              + s1 a1 400 c4 100 'Waves' m1:1 0s l1
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 gap 100
              + s1 v1 250 gap 150
              + s1 v1 400 c1 100 'Beach' m1:0 0s l1
            > move clip=c1 by=400 linked=false
              Move 'Beach' to 00:00:16:00
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 gap 100
              + s1 v1 250 gap 150
              + s1 v1 400 c1 100 'Beach' m1:0 0s l1
            ! move clip=c3 to=2 up=1
              move: only one of "toTrack" and "deltaTracks" says which track
            ! move clip=c1
              move: "toFrame" is missing; it must be given, or another parameter that says where to
            > move clip=c3 to=track:2
              Move 'City' to 'V2' at 00:00:06:00
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              - s1 v2 0 gap 300
              + s1 v2 0 gap 150
              + s1 v2 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v2 250 gap 50
            > move clip=c2 at=50 landing=insert
              Move 'Red' to 00:00:02:00 [c9]
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              - s1 v1 100 c2 50 'Red' color{} 0s
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 0 c1 50 'Beach' m1:0 0s l1
              + s1 v1 50 c2 50 'Red' color{} 0s
              + s1 v1 100 c9 50 'Beach' m1:0 2s
              + s1 v1 150 gap 50
              + s1 v1 200 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
            > move clips=c1,c2 at=120 landing=overwrite
              Move 2 clips to 00:00:04:20 [c9]
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 0 gap 100
              + s1 a1 100 c5 20 'Noise' m2:1 0s g1
              + s1 a1 120 c4 100 'Waves' m1:1 0s l1
              + s1 a1 220 c9 30 'Noise' m2:1 24/5s g1
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              - s1 v1 100 c2 50 'Red' color{} 0s
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 0 gap 120
              + s1 v1 120 c1 100 'Beach' m1:0 0s l1
              + s1 v1 220 c2 50 'Red' color{} 0s
            ! move clip=c1 at=10
              frames 10 to 110 of track 'A1' (a1) are not free: clip 'Noise' (c5) lies at 100 to 250
            ! move clip=c1 to=audio:1
              move: track 'A1' is of another kind than 'V1'
            > delete clip=c1
              Delete 'Beach'
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 gap 100
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 gap 100
            > delete clips=["c3"] linked=false
              Delete 'City'
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 100 c5 150 'Noise' m2:1 0s
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
            ! delete clip=c8
              track 'Held' (v3) is locked
            > ripple-delete clip=c1
              Ripple delete 'Beach'
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 0 c5 150 'Noise' m2:1 0s g1
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              - s1 v1 100 c2 50 'Red' color{} 0s
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 0 c2 50 'Red' color{} 0s
              + s1 v1 50 t1 5|5
              + s1 v1 50 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
            > ripple-delete clip=c2 allTracks=true
              Ripple delete 'Red' on all tracks
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 100 c5 100 'Noise' m2:1 2s g1
              - s1 v1 100 c2 50 'Red' color{} 0s
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 100 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              - s1 v2 0 gap 300
              - s1 v2 300 c7 50 'Insert' nested s2 0s
              + s1 v2 0 gap 250
              + s1 v2 250 c7 50 'Insert' nested s2 0s
            ! ripple-delete clip=c8 all-tracks=true
              rippleDelete: track 'Held' is locked
            ! ripple-delete clip=c9
              rippleDelete: there is no clip 'c9'
            # cuts
            > split track=1 at=2s
              Split 'Beach' at 00:00:02:00 [c9, c10]
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 c4 50 'Waves' m1:1 0s l1
              + s1 a1 50 c9 50 'Waves' m1:1 2s l2
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 50 'Beach' m1:0 0s l1
              + s1 v1 50 c10 50 'Beach' m1:0 2s l2
            > split clip=c4 at=50 linked=false
              Split 'Waves' at 00:00:02:00 [c9]
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 c4 50 'Waves' m1:1 0s l1
              + s1 a1 50 c9 50 'Waves' m1:1 2s
            ! split clip=c1 at=0
              clip 'Beach' (c1) lies at 0 to 100: frame 0 does not cut it in two
            > trim-start clip=c1 by=10
              Trim start of 'Beach'
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 gap 10
              + s1 a1 10 c4 90 'Waves' m1:1 2/5s l1
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 gap 10
              + s1 v1 10 c1 90 'Beach' m1:0 2/5s l1
            ! trim-start clip=c1 by=-10
              nothing can lie before the first frame, at -10
            > trim-end clip=c4 by=-1s linked=false
              Trim end of 'Waves'
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 c4 75 'Waves' m1:1 0s l1
              + s1 a1 75 gap 25
            ! trim-end clip=c1 by=-100
              nothing would be left of clip 'Beach' (c1), which is 100 frames long
            > ripple-trim-start clip=c1 by=10
              Ripple trim start of 'Beach'
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 0 c4 90 'Waves' m1:1 2/5s l1
              + s1 a1 90 c5 150 'Noise' m2:1 0s g1
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              - s1 v1 100 c2 50 'Red' color{} 0s
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 0 c1 90 'Beach' m1:0 2/5s l1
              + s1 v1 90 c2 50 'Red' color{} 0s
              + s1 v1 140 t1 5|5
              + s1 v1 140 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
            ! ripple-trim-start clip=c8 by=1
              track 'Held' (v3) is locked
            > ripple-trim-end clip=c1 by=-10
              Ripple trim end of 'Beach'
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 0 c4 90 'Waves' m1:1 0s l1
              + s1 a1 90 c5 150 'Noise' m2:1 0s g1
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              - s1 v1 100 c2 50 'Red' color{} 0s
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 0 c1 90 'Beach' m1:0 0s l1
              + s1 v1 90 c2 50 'Red' color{} 0s
              + s1 v1 140 t1 5|5
              + s1 v1 140 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
            ! ripple-trim-end clip=c1 by=-00:00:04:00
              nothing would be left of clip 'Beach' (c1), which is 100 frames long
            > roll clip=c1 by=5
              Roll end of 'Beach'
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 0 c4 105 'Waves' m1:1 0s l1
              + s1 a1 105 c5 145 'Noise' m2:1 1/5s g1
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              - s1 v1 100 c2 50 'Red' color{} 0s
              + s1 v1 0 c1 105 'Beach' m1:0 0s l1
              + s1 v1 105 c2 45 'Red' color{} 1/5s
            ! roll clip=c7 by=5
              no clip touches the end of clip 'Insert' (c7): a roll needs two clips side by side
            ! roll clip=c1 by=149
              nothing would be left of clip 'Red' (c2), which is 50 frames long
            > slip clip=c1 by=10
              Slip 'Beach'
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 c4 100 'Waves' m1:1 2/5s l1
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 100 'Beach' m1:0 2/5s l1
            ! slip clip=c8 by=1
              track 'Held' (v3) is locked
            > slide clip=c2 by=5
              Slide 'Red'
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              - s1 v1 100 c2 50 'Red' color{} 0s
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 0 c1 105 'Beach' m1:0 0s l1
              + s1 v1 105 c2 50 'Red' color{} 0s
              + s1 v1 155 t1 5|5
              + s1 v1 155 c3 95 'City' m2:0 51/5s opacity -5:0.0hold 20:1.0 blur{radius=2.0} g1
            ! slide clip=c2 by=100
              nothing would be left of clip 'City' (c3), which is 100 frames long
            > lift in=90 out=110
              Lift 00:00:03:15 to 00:00:04:10
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 0 c4 90 'Waves' m1:1 0s l1
              + s1 a1 90 gap 20
              + s1 a1 110 c5 140 'Noise' m2:1 2/5s g1
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              - s1 v1 100 c2 50 'Red' color{} 0s
              + s1 v1 0 c1 90 'Beach' m1:0 0s l1
              + s1 v1 90 gap 20
              + s1 v1 110 c2 40 'Red' color{} 2/5s
            > lift track=1 in=4s out=6s
              Lift 00:00:04:00 to 00:00:06:00 of 'V1'
              - s1 v1 100 c2 50 'Red' color{} 0s
              - s1 v1 150 t1 5|5
              + s1 v1 100 gap 50
            > lift
              Lift 00:00:06:00 to 00:00:10:00
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 100 c5 50 'Noise' m2:1 0s
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
            ! lift in=300
              lift: the range ends at frame 250, not behind its first frame 300
            > extract in=90 out=110
              Extract 00:00:03:15 to 00:00:04:10
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 0 c4 90 'Waves' m1:1 0s l1
              + s1 a1 90 c5 140 'Noise' m2:1 2/5s g1
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              - s1 v1 100 c2 50 'Red' color{} 0s
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 0 c1 90 'Beach' m1:0 0s l1
              + s1 v1 90 c2 40 'Red' color{} 2/5s
              + s1 v1 130 t1 5|5
              + s1 v1 130 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              - s1 v2 0 gap 300
              - s1 v2 300 c7 50 'Insert' nested s2 0s
              + s1 v2 0 gap 280
              + s1 v2 280 c7 50 'Insert' nested s2 0s
            ! extract in=110 out=90
              extract: the range ends at frame 90, not behind its first frame 110
            # time
            > set-speed clip=c1 speed=2
              Set speed of 'Beach' to 2
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 c4 50 'Waves' m1:1 0s x2 l1
              + s1 a1 50 gap 50
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 50 'Beach' m1:0 0s x2 l1
              + s1 v1 50 gap 50
            > set-speed clip=c3 speed=1/2 ripple=true
              Set speed of 'City' to 1/2
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 150 c3 200 'City' m2:0 10s x1/2 opacity 0:0.0hold 50:1.0 blur{radius=2.0} g1
            ! set-speed clip=c1 speed=1/2
              frames 100 to 200 of track 'V1' (v1) are not free: clip 'Red' (c2) lies at 100 to 150
            > reverse clip=c1
              Reverse 'Beach'
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 c4 100 'Waves' m1:1 99/25s x-1 l1
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 100 'Beach' m1:0 99/25s x-1 l1
            ! reverse clip=c8
              track 'Held' (v3) is locked
            > freeze clip=c1 at=50 duration=20
              Freeze 'Beach' at 00:00:02:00 [c9, c10, c11, c12]
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 0 c4 50 'Waves' m1:1 0s l1
              + s1 a1 50 c10 20 'Waves' m1:1 2s x0 l2
              + s1 a1 70 c12 50 'Waves' m1:1 2s l3
              + s1 a1 120 c5 150 'Noise' m2:1 0s g1
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              - s1 v1 100 c2 50 'Red' color{} 0s
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 0 c1 50 'Beach' m1:0 0s l1
              + s1 v1 50 c9 20 'Beach' m1:0 2s x0 l2
              + s1 v1 70 c11 50 'Beach' m1:0 2s l3
              + s1 v1 120 c2 50 'Red' color{} 0s
              + s1 v1 170 t1 5|5
              + s1 v1 170 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
            > freeze clip=c2 at=100 duration=20
              Freeze 'Red' at 00:00:04:00 [c9]
              - s1 v1 100 c2 50 'Red' color{} 0s
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 100 c9 20 'Red' color{} 0s x0
              + s1 v1 120 c2 50 'Red' color{} 0s
              + s1 v1 170 t1 5|5
              + s1 v1 170 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
            ! freeze clip=c1 at=100 duration=20
              clip 'Beach' (c1) lies at 0 to 100, not at frame 100
            """;

    private PlaceCommandTable() {
    }
}
