package org.reelbench.project.internal.edit;

/**
 * What each other command does to the film of {@link CommandTableTest}. A row is a command, with what came of it behind.
 */
final class OtherCommandTable {

    static final String TEXT = """
            # what belongs together
            > link clips=c3,c5
              Link 2 clips
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 100 c5 150 'Noise' m2:1 0s l2 g1
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} l2 g1
            ! link clips=c1,c2
              two of the clips lie on track 'V1' (v1): a link joins clips of different tracks, a group any
            > unlink clip=c4
              Unlink 'Waves'
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 c4 100 'Waves' m1:1 0s
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 100 'Beach' m1:0 0s
            ! unlink clip=c9
              unlink: there is no clip 'c9'
            > group clips=c1,c2,c4
              Group 3 clips
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 c4 100 'Waves' m1:1 0s l1 g2
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              - s1 v1 100 c2 50 'Red' color{} 0s
              + s1 v1 0 c1 100 'Beach' m1:0 0s l1 g2
              + s1 v1 100 c2 50 'Red' color{} 0s g2
            ! group clips=c1
              a group needs at least two clips
            > ungroup clips=c3
              Ungroup 'City'
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 100 c5 150 'Noise' m2:1 0s
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0}
            ! ungroup clips=[]
              ungroup: "clips" must be a list of at least one id, not a list
            # transitions and tracks
            > dissolve clip=c1 duration=10
              Dissolve after 'Beach' at 00:00:04:00 [t2]
              + s1 v1 100 t2 5|5
            ! dissolve clip=c3 duration=10
              no clip touches the end of clip 'City' (c3): a transition needs two clips side by side
            > trim-transition transition=t1 in=8
              Trim transition 't1'
              - s1 v1 150 t1 5|5
              + s1 v1 150 t1 8|5
            ! trim-transition transition=t1 in=60
              the dissolve needs 60 frames of clip 'Red' (c2), which has only 50 to give
            > remove-transition transition=t1
              Remove transition 't1'
              - s1 v1 150 t1 5|5
            ! remove-transition transition=t9
              there is no transition t9
            > hide-track track=2
              Hide 'V2'
              - s1 v2 'V2' VIDEO
              + s1 v2 'V2' VIDEO hidden
            ! hide-track track=9
              hideTrack: there is no track '9'
            > show-track track=3
              Show 'Held'
              - s1 v3 'Held' VIDEO hidden solo locked
              + s1 v3 'Held' VIDEO solo locked
            ! show-track track=v9
              showTrack: there is no track 'v9'
            > mute-track track=audio:1
              Mute 'A1'
              - s1 a1 'A1' AUDIO
              + s1 a1 'A1' AUDIO muted
            ! mute-track track=audio:3
              muteTrack: there is no track 'audio:3'
            > unmute-track track=audio:2
              Unmute 'Off'
              - s1 a2 'Off' AUDIO muted
              + s1 a2 'Off' AUDIO
            ! unmute-track track=audio:3
              unmuteTrack: there is no track 'audio:3'
            > solo-track track=v2
              Solo 'V2'
              - s1 v2 'V2' VIDEO
              + s1 v2 'V2' VIDEO solo
            ! solo-track track=0
              soloTrack: there is no track '0'
            > unsolo-track track=v3
              Unsolo 'Held'
              - s1 v3 'Held' VIDEO hidden solo locked
              + s1 v3 'Held' VIDEO hidden locked
            ! unsolo-track track=
              unsoloTrack: "track" must be an id, not ""
            > lock-track track=v1
              Lock 'V1'
              - s1 v1 'V1' VIDEO
              + s1 v1 'V1' VIDEO locked
            ! lock-track
              lockTrack: "track" is missing; it must be an id
            > rename-track track=v1 name='The picture'
              Rename track 'V1' to 'The picture'
              - s1 v1 'V1' VIDEO
              + s1 v1 'The picture' VIDEO
            ! rename-track track=v1
              renameTrack: "name" is missing; it must be a text
            > unlock-track track=v3
              Unlock 'Held'
              - s1 v3 'Held' VIDEO hidden solo locked
              + s1 v3 'Held' VIDEO hidden solo
            ! unlock-track track=v4
              unlockTrack: there is no track 'v4'
            > move-track track=v1 index=0
              Move track 'V1'
              - s1 a1 'A1' AUDIO
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 'A1' AUDIO
              + s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 100 c5 150 'Noise' m2:1 0s g1
            ! move-track track=v1 index=9
              moveTrack: "index" must be a whole number from 0 to 4, not 9
            > add-track kind=audio index=0
              Add track 'A3' [a3]
              + s1 a3 'A3' AUDIO
            ! add-track kind=smell
              addTrack: "kind" must be "video" or "audio", not "smell"
            > remove-track track=v1
              Remove track 'V1'
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              - s1 v1 'V1' VIDEO
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              - s1 v1 100 c2 50 'Red' color{} 0s
              - s1 v1 150 t1 5|5
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 a1 0 c4 100 'Waves' m1:1 0s
              + s1 a1 100 c5 150 'Noise' m2:1 0s
            ! remove-track track=v3
              track 'Held' (v3) is locked
            # how clips look and sound
            > set-transform clip=c1 scale=0.5 x-px=-100 crop={"leftPx":8}
              Transform 'Beach'
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 100 'Beach' m1:0 0s at -100.0,0.0 scale 0.5 turn 0.0 crop 8.0,0.0,0.0,0.0 l1
            ! set-transform clip=c1 scale=0
              a scale is a number above zero, not 0.0
            > set-opacity clip=c3 opacity=0.5
              Set opacity of 'City' to 50 %
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 150 c3 100 'City' m2:0 10s opacity 0.5 blur{radius=2.0} g1
            ! set-opacity clip=c3 opacity=2
              the opacity lies between 0 and 1, not at 2.0
            > set-gain clip=c4 db=-6
              Set gain of 'Waves' to -6.0 dB
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 c4 100 'Waves' m1:1 0s gain -6.0 l1
            ! set-gain clip=c4 db=999
              the gain lies between -144.0 and 48.0 dB, not at 999.0
            > set-pan clip=c4 pan=-0.5
              Set pan of 'Waves' to -50 %
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 c4 100 'Waves' m1:1 0s pan -0.5 l1
            ! set-pan clip=c4 pan=2
              the pan lies between -1 and 1, not at 2.0
            > rename-clip clip=c1 name=Sea
              Rename 'Beach' to 'Sea'
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 100 'Sea' m1:0 0s l1
            ! rename-clip clip=c8 name=Sea
              track 'Held' (v3) is locked
            > set-content clip=c2 media=m2
              Let 'Red' show something else
              - s1 v1 100 c2 50 'Red' color{} 0s
              + s1 v1 100 c2 50 'Red' m2:0 0s
            ! set-content clip=c2 media=m2 still=m1
              setContent: a clip shows exactly one of media, still, generator and nested, not media and still
            > set-effects clip=c1 effects=[{"effect":"glow","curves":{"r":[[0,1],[9,2,"hold"],[20,3,0.4,0,0.6,1]]},"enabled":false}]
              Set effects of 'Beach'
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 100 'Beach' m1:0 0s glow{} r 0:1.0 9:2.0hold 20:3.0(0.4,0.0,0.6,1.0) off l1
            ! set-effects clip=c1 effects=[{"effect":""}]
              the id of an effect is not blank
            ! set-curve clip=c4 property=pan keyframes=[[0]]
              setCurve: "keyframes" must be keyframes such as [0, 1.5], [24, 1.5, "hold"] or [48, 2, 0.4, 0, 0.6, 1], not a list
            > set-keyframe clip=c1 property=scale at=1s value=2 interpolation=0.4,0,0.6,1
              Set keyframe for scale of 'Beach'
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 100 'Beach' m1:0 0s scale 25:2.0(0.4,0.0,0.6,1.0) l1
            > set-keyframe clip=c3 property=radius effect=0 at=10 value=4
              Set keyframe for radius of 'City'
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} radius 10:4.0 g1
            ! set-keyframe clip=c1 property=smell at=0 value=1
              setKeyframe: "property" must be one of anchorX, anchorY, cropBottomPx, cropLeftPx, cropRightPx, cropTopPx, \
            gainDb, opacity, pan, rotationDegrees, scale, xPx, yPx, not "smell"
            ! set-keyframe clip=c1 property=opacity at=0 value=2
              clip c1 has a keyframe at its frame 0 at which opacity would be 2.0, out of its range
            > remove-keyframe clip=c3 property=opacity at=25
              Remove keyframe for opacity of 'City'
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold blur{radius=2.0} g1
            ! remove-keyframe clip=c3 property=opacity at=24
              opacity has no keyframe at frame 24 of the clip
            > move-keyframe clip=c3 property=opacity at=25 by=25
              Move keyframe for opacity of 'City'
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 50:1.0 blur{radius=2.0} g1
            ! move-keyframe clip=c3 property=opacity at=24 by=1
              opacity has no keyframe at frame 24 of the clip
            > set-curve clip=c4 property=gainDb keyframes=[[0,-60],[25,0]]
              Animate gainDb of 'Waves'
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 c4 100 'Waves' m1:1 0s gainDb 0:-60.0 25:0.0 l1
            ! set-curve clip=c4 property=gainDb keyframes=[]
              a curve has at least one keyframe
            > set-constant clip=c3 property=opacity value=0.25
              Set opacity of 'City'
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 150 c3 100 'City' m2:0 10s opacity 0.25 blur{radius=2.0} g1
            ! set-constant clip=c3 property=radius effect=1 value=0.25
              setConstant: "effectIndex" must be a whole number from 0 to 0, not 1
            > set-effect-enabled clip=c3 effect=0 enabled=false
              Switch 'blur' of 'City' off
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} off g1
            ! set-effect-enabled clip=c1 effect=0 enabled=false
              setEffectEnabled: clip 'Beach' has no effects
            # marks
            > add-marker at=2s name=There duration=10 color=#ff8000 note="a note"
              Add marker 'There' at 00:00:02:00 [mk2]
              + s1 mk2 50+10 'There' #ff8000 a note
            ! add-marker at=2s color=orange
              the colour of marker mk2 is one such as #ff8000, not 'orange'
            > change-marker marker=mk1 at=50
              Change marker 'Here'
              - s1 mk1 40+0 'Here'
              + s1 mk1 50+0 'Here'
            ! change-marker marker=mk9 at=50
              changeMarker: there is no marker 'mk9'
            > remove-marker marker=mk1
              Remove marker 'Here'
              - s1 mk1 40+0 'Here'
            ! remove-marker marker=mk9
              removeMarker: there is no marker 'mk9'
            > set-in-out in=1s out=2s
              Set in and out
              - s1 'Main' 1280x720 25 48000 150-250
              + s1 'Main' 1280x720 25 48000 25-50
            > set-in-out out=50
              Set in and out
              - s1 'Main' 1280x720 25 48000 150-250
              + s1 'Main' 1280x720 25 48000 0-50
            ! set-in-out
              setInOut: one of "inFrame" and "outFrame" is needed
            > clear-in-out
              Clear in and out
              - s1 'Main' 1280x720 25 48000 150-250
              + s1 'Main' 1280x720 25 48000
            ! clear-in-out sequence=s9
              clearInOut: there is no sequence 's9'
            # sequences
            > nest clip=c1 name=Opening
              Nest 'Beach' as 'Opening' [s4, c9, c10]
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 c10 100 'Opening' nested s4 0s l2
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c9 100 'Opening' nested s4 0s l2
              + s4 'Opening' 1280x720 25 48000
              + s4 a1 'A1' AUDIO
              + s4 a1 0 c4 100 'Waves' m1:1 0s l1
              + s4 v1 'V1' VIDEO
              + s4 v1 0 c1 100 'Beach' m1:0 0s l1
            ! nest clip=c8
              track 'Held' (v3) is locked
            > flatten clip=c7 remove=true
              Flatten 'Insert'
              + s1 v1 250 gap 50
              + s1 v1 300 c6 50 'Blue' color{} 0s
              - s1 v2 0 gap 300
              - s1 v2 300 c7 50 'Insert' nested s2 0s
              - s2 'Insert' 1280x720 25 48000
              - s2 a1 'A1' AUDIO
              - s2 v1 'V1' VIDEO
              - s2 v1 0 c6 60 'Blue' color{} 0s
            ! flatten clip=c1
              flatten: clip 'Beach' shows no sequence
            > add-sequence name=Trailer width-px=640 height-px=360 rate=30000/1001
              Add sequence 'Trailer' [s4]
              + s4 'Trailer' 640x360 30000/1001 48000
              + s4 a1 'A1' AUDIO
              + s4 v1 'V1' VIDEO
            ! add-sequence rate=0
              addSequence: "rate" must be a frame rate such as "25" or "30000/1001", not "0"
            > remove-sequence sequence=s3
              Remove sequence 'Spare'
              - s3 'Spare' 1280x720 25 48000
              - s3 a1 'A1' AUDIO
              - s3 v1 'V1' VIDEO
            ! remove-sequence sequence=s2
              removeSequence: a clip of sequence 'Main' shows it; delete or flatten that first
            ! remove-sequence sequence=s1
              removeSequence: it is the main sequence; make another one the main sequence first
            > rename-sequence sequence=s2 name=Cutaway
              Rename sequence to 'Cutaway'
              - s2 'Insert' 1280x720 25 48000
              + s2 'Cutaway' 1280x720 25 48000
            ! rename-sequence sequence=s2
              renameSequence: "name" is missing; it must be a text
            > set-sequence-form width-px=1920 height-px=1080
              Change form of sequence 'Main'
              - s1 'Main' 1280x720 25 48000 150-250
              + s1 'Main' 1920x1080 25 48000 150-250
            ! set-sequence-form rate=30
              setSequenceForm: the frame rate counts all that lies or is marked in the sequence: it changes only while there is nothing
            > set-main-sequence sequence=s3
              Make 'Spare' the main sequence
              - project 'Film' main s1
              + project 'Film' main s3
            ! set-main-sequence sequence=s9
              setMainSequence: there is no sequence 's9'
            > rename-project name="A film"
              Rename project to 'A film'
              - project 'Film' main s1
              + project 'A film' main s1
            ! rename-project
              renameProject: "name" is missing; it must be a text
            # media
            > add-media path=/footage/more.mp4
              Add media 'more.mp4' [m5]
              + media m5 'more.mp4' /footage/more.mp4
            ! add-media path=/footage/beach.mp4
              addMedia: '/footage/beach.mp4' is in the project already, as 'm1'
            > relink-media media=m1 path=/elsewhere/beach.mp4
              Relink 'beach.mp4'
              - media m1 'beach.mp4' /footage/beach.mp4
              + media m1 'beach.mp4' /elsewhere/beach.mp4
            ! relink-media media=m9 path=/elsewhere/beach.mp4
              relinkMedia: there is no medium 'm9'
            > remove-media media=m3
              Remove media 'unused.mp4'
              - media m3 'unused.mp4' /footage/unused.mp4
            ! remove-media media=m1
              removeMedia: 2 clips use 'beach.mp4', the first is 'Waves'; delete them first
            > add-media path=/footage/take.mp4 recording=00000000-0000-0001-0000-000000000002 length=1s
              Add media 'take.mp4' [m5]
              + media m5 'take.mp4' /footage/take.mp4
            ! add-media path=/footage/take.mp4 length=1s
              addMedia: "length" goes with "recording" only
            > grow-recording recording=00000000-0000-0001-0000-000000000002 length=1s
              Growth of a recording
            ! grow-recording recording=take length=1s
              growRecording: "recording" must be the id of a recording, not "take"
            ! grow-recording recording=00000000-0000-0001-0000-000000000002 length=-1s
              growRecording: "length" must be a time from zero to a year, not "-1s"
            > set-fingerprint media=m1 fingerprint=b3:00
              Fingerprint of 'beach.mp4'
              - media m1 'beach.mp4' /footage/beach.mp4
              + media m1 'beach.mp4' /footage/beach.mp4 b3:00
            ! set-fingerprint media=m1
              setFingerprint: "fingerprint" is missing; it must be a text
            # several edits as one
            > unit name="Half red" commands=[{"command": "append", "parameters": {"track": "v2", "generator": "color", \
            "name": "More", "durationFrames": 10}}, {"command": "setOpacity", "parameters": {"clip": "c9", "opacity": 0.5}}]
              Half red [c9]
              + s1 v2 350 c9 10 'More' color{} 0s opacity 0.5
            ! unit name="None" commands=[{"command": "muteTrack", "parameters": {"track": "a1"}}, {"command": "delete"}]
              edit 2 of 2: delete: "clip" is missing; it must be a text of at most 65536 characters
            ! unit name="None" commands=[{"command": "muteTrack", "revision": 3}]
              unit, commands has no parameter "revision"; it takes command, parameters
            """;

    private OtherCommandTable() {
    }
}
