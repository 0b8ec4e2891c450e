package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;

/** Honest media of every container, cut off and with bits turned over. */
final class HostileDamage {

    private static final Set<String> ANY = HostileCase.readOr(Reason.DAMAGED, Reason.NOT_MEDIA, Reason.NO_DECODER,
            Reason.UNSUPPORTED);

    private HostileDamage() {
    }

    static Map<String, byte[]> honest() throws IOException {
        Path sound = TestMedia.clicks(3, 48_000, 2, 48_000);
        Map<String, byte[]> media = new LinkedHashMap<>();
        for (String name : List.of("d.mp4", "d.mkv", "d.ts", "d.avi", "d.flv")) {
            media.put(name, BytesSource.read(TestMedia.both(name, 3, "30", 30, sound,
                    "-c:v libx264 -preset fast -bf 2 -g 10 -c:a aac -b:a 96k")));
        }
        media.put("fast.mp4", BytesSource.read(TestMedia.both("d-fast.mp4", 3, "30", 30, sound,
                "-c:v libx264 -preset fast -bf 2 -g 10 -c:a aac -movflags +faststart")));
        media.put("fragments.mp4", BytesSource.read(TestMedia.both("d-frag.mp4", 3, "30", 30, sound,
                "-c:v libx264 -preset fast -bf 2 -g 10 -c:a aac -movflags frag_keyframe+empty_moov+default_base_moof")));
        media.put("d.webm", BytesSource.read(
                TestMedia.both("d.webm", 3, "30", 30, sound, "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus")));
        media.put("d.mpg", BytesSource.read(TestMedia.both("d.mpg", 3, "30", 30, sound, "-c:v mpeg2video -c:a mp2")));
        media.put("d.mxf", BytesSource.read(TestMedia.both("d.mxf", 3, "25", 25, sound, "-c:v mpeg2video -c:a pcm_s16le")));
        media.put("d.flac", BytesSource.read(TestMedia.sound("d.flac", sound, "-c:a flac")));
        media.put("d.mp3", BytesSource.read(TestMedia.sound("d.mp3", sound, "-c:a libmp3lame")));
        media.put("d.ogg", BytesSource.read(TestMedia.sound("d.ogg", sound, "-c:a libopus")));
        media.put("d.wav", BytesSource.read(sound));
        media.put("d.png", BytesSource.read(TestMedia.pictures("d.png", 3, "30", 1, "-c:v png")));
        media.put("d.jpg", BytesSource.read(TestMedia.pictures("d.jpg", 3, "30", 1, "-q:v 3")));
        media.put("d.gif", BytesSource.read(TestMedia.pictures("d.gif", 3, "25", 5, "-c:v gif")));
        return media;
    }

    /** Each cut at four places, and with the bits of each turned over in one of as many seeded ways as asked. */
    static List<HostileCase> cases(int flipped, long seed) throws IOException {
        List<HostileCase> cases = new ArrayList<>();
        Map<String, byte[]> honest = honest();
        honest.forEach((name, whole) -> {
            cases.add(HostileCase.file("as made", name, name, whole, HostileCase.read()));
            for (int percent : new int[] { 1, 30, 60, 99 }) {
                byte[] cut = Arrays.copyOf(whole, Math.max(1, (int) (whole.length * (long) percent / 100)));
                cases.add(HostileCase.file("cut off", name + " at " + percent + " %", name, cut, ANY));
            }
        });
        List<String> names = List.copyOf(honest.keySet());
        for (int i = 0; i < flipped; i++) {
            String name = names.get(i % names.size());
            byte[] bytes = flip(honest.get(name), new Random(seed + i));
            cases.add(HostileCase.file("bits turned over", name + " with seed " + (seed + i), name, bytes, ANY));
        }
        return cases;
    }

    /** Half of the wounds go where the heads are. */
    private static byte[] flip(byte[] whole, Random random) {
        byte[] flipped = whole.clone();
        int wounds = 1 + random.nextInt(8);
        for (int i = 0; i < wounds; i++) {
            int at = random.nextInt(random.nextBoolean() ? flipped.length : Math.min(flipped.length, 2000));
            flipped[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return flipped;
    }
}
