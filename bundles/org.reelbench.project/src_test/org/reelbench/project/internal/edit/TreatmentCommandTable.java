package org.reelbench.project.internal.edit;

/** What the commands do that treat pictures, sound and media; see {@link CommandTableTest}. */
final class TreatmentCommandTable {

    static final String TEXT = """
            # how pictures and sound are treated
            > set-blend clip=c1 blend=multiply
              Set blend mode of 'Beach' to multiply
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 100 'Beach' m1:0 0s MULTIPLY l1
            ! set-blend clip=c1 blend=burn
              setBlend: "blend" must be normal, add, multiply, screen, overlay, darken, lighten or difference, not "burn"
            > set-fades clip=c1 in=12 out=1s
              Fade 'Beach' in for 12 and out for 25 frames
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 100 'Beach' m1:0 0s fades 12|25 l1
            > set-fades clip=c4 fade-out-frames=100
              Fade 'Waves' in for 0 and out for 100 frames
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 c4 100 'Waves' m1:1 0s fades 0|100 l1
            ! set-fades clip=c1 in=60 out=41
              clip c1 is 100 frames long: it cannot fade in for 60 and out for 41
            ! set-fades clip=c1 in=-1
              setFades: "fadeInFrames" must be a whole number of frames from 0, or a time such as "2s" or "00:00:02:00", \
            not -1
            > set-channels clip=c4 channels=3,4
              Set channels of 'Waves' to 3,4
              - s1 a1 0 c4 100 'Waves' m1:1 0s l1
              + s1 a1 0 c4 100 'Waves' m1:1 0s channels 3,4 l1
            > set-channels clip=c5 channels=mono
              Set channels of 'Noise' to mono
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 100 c5 150 'Noise' m2:1 0s channels mono g1
            ! set-channels clip=c4 channels=1,2,3
              setChannels: "channels" must be all, left, right, mono or one or two numbers such as "3,4", not "1,2,3"
            ! set-channels clip=c4 channels=65
              setChannels: "channels" must be all, left, right, mono or one or two numbers such as "3,4", not "65"
            > set-keep-pitch clip=c5 keep-pitch=false
              Let pitch follow speed in 'Noise'
              - s1 a1 100 c5 150 'Noise' m2:1 0s g1
              + s1 a1 100 c5 150 'Noise' m2:1 0s pitch follows g1
            ! set-keep-pitch clip=c9 keep-pitch=true
              setKeepPitch: there is no clip 'c9'
            > set-transform clip=c1 anchor-x=0 anchor-y=1.25 crop={"topPx":0.5}
              Transform 'Beach'
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 100 'Beach' m1:0 0s at 0.0,0.0 scale 1.0 turn 0.0 anchor 0.0,1.25 crop 0.0,0.5,0.0,0.0 l1
            > set-keyframe clip=c1 property=anchorX at=10 value=-1
              Set keyframe for anchorX of 'Beach'
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 100 'Beach' m1:0 0s anchorX 10:-1.0 l1
            > set-keyframe clip=c1 property=cropLeftPx at=10 value=7.5
              Set keyframe for cropLeftPx of 'Beach'
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 100 'Beach' m1:0 0s cropLeftPx 10:7.5 l1
            ! set-keyframe clip=c1 property=cropLeftPx at=10 value=-1
              clip c1 has a keyframe at its frame 10 at which cropLeftPx would be -1.0, out of its range
            > set-constant clip=c1 property=cropBottomPx value=3
              Set cropBottomPx of 'Beach'
              - s1 v1 0 c1 100 'Beach' m1:0 0s l1
              + s1 v1 0 c1 100 'Beach' m1:0 0s at 0.0,0.0 scale 1.0 turn 0.0 crop 0.0,0.0,0.0,3.0 l1
            > set-effects clip=c3 effects=[{"effect":"blur","version":"1.2","parameters":{"radius":3.0}}]
              Set effects of 'City'
              - s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur{radius=2.0} g1
              + s1 v1 150 c3 100 'City' m2:0 10s opacity 0:0.0hold 25:1.0 blur@1.2{radius=3.0} g1
            > set-limiter limiter=true
              Limit sequence 'Main'
              - s1 'Main' 1280x720 25 48000 150-250
              + s1 'Main' 1280x720 25 48000 limited 150-250
            ! set-limiter sequence=s9 limiter=true
              setLimiter: there is no sequence 's9'
            # what is computed
            > generate track=v1 kind=bars duration=2s
              Generate 'bars' at 00:00:10:00 [c9]
              + s1 v1 250 c9 50 'bars' bars{} 0s
            > generate track=v2 kind=color color=#102030 at=100 duration=10 name=Blue
              Generate 'Blue' at 00:00:04:00 [c9]
              - s1 v2 0 gap 300
              + s1 v2 0 gap 100
              + s1 v2 100 c9 10 'Blue' color{color=#102030} 0s
              + s1 v2 110 gap 190
            > generate track=v2 kind=counter at=10 duration=10 size-px=64.5 first-number=100 background=#000000
              Generate 'counter' at 00:00:00:10 [c9]
              - s1 v2 0 gap 300
              + s1 v2 0 gap 10
              + s1 v2 10 c9 10 'counter' counter{background=#000000, firstNumber=100, sizePx=64.5} 0s
              + s1 v2 20 gap 280
            > generate track=v2 kind=title at=10 duration=10 text="The end" align=left x-px=-320 color=#ffff00
              Generate 'The end' at 00:00:00:10 [c9]
              - s1 v2 0 gap 300
              + s1 v2 0 gap 10
              + s1 v2 10 c9 10 'The end' title{align=left, color=#ffff00, text=The end, xPx=-320} 0s
              + s1 v2 20 gap 280
            ! generate track=v2 kind=noise duration=10
              generate: "kind" must be color, bars, counter or title, not "noise"
            ! generate track=v2 kind=title color=red duration=10
              generate: "color" must be a colour such as "#ff8000", not "red"
            ! generate track=v2 kind=title align=middle duration=10
              generate: "align" must be center, left or right, not "middle"
            ! generate track=v2 kind=title size-px=0 duration=10
              generate: "sizePx" must be a number above 0, not 0.0
            ! generate track=v2 kind=color text=Red duration=10
              generate: "text" is nothing that color has: it takes color
            ! generate track=v2 kind=bars color=#ff0000 duration=10
              generate: "color" is nothing that bars has: it takes nothing
            ! generate track=v1 kind=bars at=5 duration=10
              frames 5 to 15 of track 'V1' (v1) are not free: clip 'Beach' (c1) lies at 0 to 100
            # how media are understood
            > interpret-media media=m1 rotation-degrees=270 pixel-aspect=16/15 field-order=bottom-first color=pq range=full frame-rate=24000/1001
              Interpret 'beach.mp4'
              - media m1 'beach.mp4' /footage/beach.mp4
              + media m1 'beach.mp4' /footage/beach.mp4  turn 270 pixel 16/15 BOTTOM_FIRST PQ FULL rate 24000/1001
            > interpret-media media=m1 color=bt601
              Interpret 'beach.mp4'
              - media m1 'beach.mp4' /footage/beach.mp4
              + media m1 'beach.mp4' /footage/beach.mp4  BT601
            ! interpret-media media=m1 rotation-degrees=45
              interpretMedia: pictures are turned by 0, 90, 180 or 270 degrees, not by 45
            ! interpret-media media=m1 rotation-degrees=round
              interpretMedia: "rotationDegrees" must be auto, 0, 90, 180 or 270, not "round"
            ! interpret-media media=m1 pixel-aspect=-1
              interpretMedia: a pixel aspect is above zero, not -1
            ! interpret-media media=m1 color=sepia
              interpretMedia: "color" must be auto, bt601, bt709, bt2020, hlg or pq, not "sepia"
            ! interpret-media media=m1 frame-rate=0
              interpretMedia: "frameRate" must be auto or a frame rate such as "25" or "30000/1001", not "0"
            ! interpret-media media=m9 color=auto
              interpretMedia: there is no medium 'm9'
            > add-media path=/footage/more_%04d.png first-image=1001 image-count=48 image-rate=24
              Add media 'more_%04d.png' [m5]
              + media m5 'more_%04d.png' /footage/more_%04d.png  images 1001+48 at 24
            ! add-media path=/footage/more_%04d.png first-image=1001 image-rate=24
              addMedia: "imageCount" is missing; it must be a whole number from 1 to 1099511627776
            ! add-media path=/footage/take.png image-count=48 image-rate=24
              addMedia: medium m5 is an image sequence, but '/footage/take.png' has no place for a number such as %04d in \
            the name of its files
            > unit name="Take" commands=[{"command": "relinkMedia", "parameters": {"media": "m3", "path": "/footage/take_%d.png"}}, \
            {"command": "setImageSequence", "parameters": {"media": "m3", "imageCount": 5, "imageRate": "25"}}]
              Take
              - media m3 'unused.mp4' /footage/unused.mp4
              + media m3 'take_%d.png' /footage/take_%d.png  images 0+5 at 25
            > set-proxy media=m1 use=never
              Set proxies of 'beach.mp4'
              - media m1 'beach.mp4' /footage/beach.mp4
              + media m1 'beach.mp4' /footage/beach.mp4  proxy NEVER
            ! set-proxy media=m1 use=sometimes
              setProxy: "use" must be auto, always or never, not "sometimes"
            ! set-proxy media=m9 use=always
              setProxy: there is no medium 'm9'
            > set-bin media=m1 bin="Day 1/Beach"
              Set folder of 'beach.mp4'
              - media m1 'beach.mp4' /footage/beach.mp4
              + media m1 'beach.mp4' /footage/beach.mp4  in Day 1/Beach
            ! set-bin media=m1 bin=/Beach
              setBin: "bin" must be a folder such as "Day 1/Beach", or empty, not "/Beach"
            ! set-bin media=m1 bin="Day 1/ /Beach"
              setBin: "bin" must be a folder such as "Day 1/Beach", or empty, not "Day 1/ /Beach"
            ! set-bin media=m9 bin=Beach
              setBin: there is no medium 'm9'
            > set-image-sequence media=m4 first-image=7 image-count=2 image-rate=24
              Set images of 'take_%04d.png'
              - media m4 'take_%04d.png' /footage/take_%04d.png
              + media m4 'take_%04d.png' /footage/take_%04d.png  images 7+2 at 24
            ! set-image-sequence media=m3 image-count=2 image-rate=24
              setImageSequence: medium m3 is an image sequence, but '/footage/unused.mp4' has no place for a number such \
            as %04d in the name of its files
            ! set-image-sequence media=m3 image-count=2 image-rate=x
              setImageSequence: "imageRate" must be a frame rate such as "25" or "30000/1001", not "x"
            """;

    private TreatmentCommandTable() {
    }
}
