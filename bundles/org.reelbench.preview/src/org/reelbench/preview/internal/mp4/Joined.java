package org.reelbench.preview.internal.mp4;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Pictures and sound that were made as films of their own, as one film of two tracks: pictures are the first, sound is the second.
 */
public final class Joined {

    private static final int SOUND_TRACK = 2;
    private static final int NEXT_TRACK = 3;

    /** Behind the head, the version and flags, and two times of a track's header of version 0. */
    private static final int TRACK_AT = 20;
    private static final int TRACK_AT_LONG = 28;
    private static final int DEFAULTS_AT = 12;

    private Joined() {
    }

    /** Joins two init segments. */
    public static byte[] init(byte[] pictures, byte[] sound) throws IOException {
        List<Box> boxes = Box.in(pictures, 0, pictures.length);
        Box movie = Box.first(boxes, "moov");
        List<Box> parts = movie.children(pictures);
        Box soundMovie = Box.first(Box.in(sound, 0, sound.length), "moov");
        List<Box> soundParts = soundMovie.children(sound);

        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        inside.write(header(copy(pictures, Box.first(parts, "mvhd"))));
        inside.write(copy(pictures, Box.first(parts, "trak")));
        inside.write(soundTrack(copy(sound, Box.first(soundParts, "trak"))));
        ByteArrayOutputStream extended = new ByteArrayOutputStream();
        extended.write(copy(pictures, Box.first(Box.first(parts, "mvex").children(pictures), "trex")));
        extended.write(defaults(copy(sound, Box.first(Box.first(soundParts, "mvex").children(sound), "trex"))));
        inside.write(box("mvex", extended.toByteArray()));

        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(copy(pictures, Box.first(boxes, "ftyp")));
        all.write(box("moov", inside.toByteArray()));
        return all.toByteArray();
    }

    /** Says in all fragments of a segment of sound that they belong to the second track; changes the array. */
    public static void soundFragments(byte[] segment, int lengthBytes) throws IOException {
        for (Box fragment : Box.in(segment, 0, lengthBytes)) {
            if (fragment.type().equals("moof")) {
                Box part = Box.first(fragment.children(segment), "traf");
                Box head = Box.first(part.children(segment), "tfhd");
                ByteBuffer.wrap(segment).putInt(head.startBytes() + DEFAULTS_AT, SOUND_TRACK);
            }
        }
    }

    private static byte[] header(byte[] box) {
        // The number of the next track is the last field, whatever the version.
        ByteBuffer.wrap(box).putInt(box.length - Integer.BYTES, NEXT_TRACK);
        return box;
    }

    private static byte[] soundTrack(byte[] track) throws IOException {
        Box head = Box.first(new Box("trak", 0, track.length).children(track), "tkhd");
        boolean isLong = track[head.startBytes() + Box.HEAD_BYTES] == 1;
        ByteBuffer.wrap(track).putInt(head.startBytes() + (isLong ? TRACK_AT_LONG : TRACK_AT), SOUND_TRACK);
        return track;
    }

    private static byte[] defaults(byte[] box) {
        ByteBuffer.wrap(box).putInt(DEFAULTS_AT, SOUND_TRACK);
        return box;
    }

    private static byte[] copy(byte[] bytes, Box box) {
        byte[] copy = new byte[box.lengthBytes()];
        System.arraycopy(bytes, box.startBytes(), copy, 0, copy.length);
        return copy;
    }

    private static byte[] box(String type, byte[] inside) {
        return ByteBuffer.allocate(Box.HEAD_BYTES + inside.length).putInt(Box.HEAD_BYTES + inside.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1)).put(inside).array();
    }
}
