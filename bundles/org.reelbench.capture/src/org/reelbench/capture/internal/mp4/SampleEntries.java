package org.reelbench.capture.internal.mp4;

import java.util.List;

import org.reelbench.media.AudioEncoding;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.VideoEncoding;

/** What a player must know to decode a track: AVC in files (ISO 14496-15), AAC in files (ISO 14496-14). */
final class SampleEntries {

    private static final int RESOLUTION_72_DPI = 0x0048_0000;
    private static final int COMPRESSOR_NAME_BYTES = 32;
    private static final int DEPTH_COLOR = 24;
    private static final int LAST_PROFILE_WITHOUT_CHROMA = 88;
    private static final int AAC_OBJECT = 0x40;
    private static final int AUDIO_STREAM = 0x15;

    private SampleEntries() {
    }

    static byte[] avc(VideoEncoding encoding, byte[] extraData) {
        BoxWriter out = new BoxWriter();
        int entry = out.begin("avc1");
        out.zeros(6).u16(1).zeros(16).u16(encoding.widthPx()).u16(encoding.heightPx());
        out.u32(RESOLUTION_72_DPI).u32(RESOLUTION_72_DPI).u32(0).u16(1).zeros(COMPRESSOR_NAME_BYTES).u16(DEPTH_COLOR).u16(-1);
        int config = out.begin("avcC");
        configuration(out, extraData);
        out.end(config);
        int color = out.begin("colr");
        int matrix = encoding.color().matrix() == Matrix.BT709 ? 1 : encoding.color().matrix() == Matrix.BT2020 ? 9 : 6;
        out.text("nclx").u16(matrix).u16(matrix == 9 ? 14 : matrix).u16(matrix);
        out.u8(encoding.color().range() == Range.FULL ? 0x80 : 0);
        out.end(color);
        int aspect = out.begin("pasp");
        out.u32(1).u32(1);
        out.end(aspect);
        out.end(entry);
        return out.toBytes();
    }

    private static void configuration(BoxWriter out, byte[] extraData) {
        if (extraData.length > 0 && extraData[0] == 1) {
            out.put(extraData);
            return;
        }
        List<byte[]> sequences = NalUnits.ofType(extraData, NalUnits.SEQUENCE);
        List<byte[]> pictures = NalUnits.ofType(extraData, NalUnits.PICTURE);
        if (sequences.isEmpty() || pictures.isEmpty()) {
            throw new IllegalArgumentException("the encoder gave no parameter sets");
        }
        byte[] first = sequences.getFirst();
        out.u8(1).u8(first[1]).u8(first[2]).u8(first[3]).u8(0xFF).u8(0xE0 | sequences.size());
        sequences.forEach(set -> out.u16(set.length).put(set));
        out.u8(pictures.size());
        pictures.forEach(set -> out.u16(set.length).put(set));
        if ((first[1] & 0xFF) > LAST_PROFILE_WITHOUT_CHROMA) {
            // 4:2:0, 8 bits, no extensions: nothing else is recorded.
            out.u8(0xFC | 1).u8(0xF8).u8(0xF8).u8(0);
        }
    }

    static byte[] aac(AudioEncoding encoding, byte[] config) {
        BoxWriter out = new BoxWriter();
        int entry = out.begin("mp4a");
        out.zeros(6).u16(1).zeros(8).u16(encoding.channels()).u16(16).u32(0).u32((long) encoding.sampleRateHz() << 16);
        int box = out.begin("esds", 0, 0);
        int inner = 13 + 2 + config.length;
        out.u8(3).u8(3 + 2 + inner + 3).u16(0).u8(0);
        out.u8(4).u8(inner).u8(AAC_OBJECT).u8(AUDIO_STREAM).zeros(3).u32(encoding.bitRate()).u32(encoding.bitRate());
        out.u8(5).u8(config.length).put(config);
        out.u8(6).u8(1).u8(2);
        out.end(box);
        out.end(entry);
        return out.toBytes();
    }
}
