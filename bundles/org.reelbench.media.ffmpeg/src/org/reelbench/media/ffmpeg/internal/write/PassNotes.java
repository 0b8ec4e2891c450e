package org.reelbench.media.ffmpeg.internal.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.EncodingPass;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;

/** What the first of two passes tells the second: x264 keeps it in a file of its own, other encoders hand it over as text. */
final class PassNotes {

    private final EncodingPass pass;
    private final boolean ownFile;
    private final String read;
    private final StringBuilder written = new StringBuilder();

    private PassNotes(EncodingPass pass, boolean ownFile, String read) {
        this.pass = pass;
        this.ownFile = ownFile;
        this.read = read;
    }

    static @Nullable PassNotes of(@Nullable EncodingPass pass, String encoder) throws MediaException {
        if (pass == null) {
            return null;
        }
        boolean ownFile = encoder.equals("libx264");
        try {
            return new PassNotes(pass, ownFile,
                    ownFile || !pass.second() ? "" : Files.readString(pass.notes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new MediaException(Reason.NO_ENCODER, pass.notes().toString(),
                    "the notes of the first pass cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Sets what the encoder must know before it opens. */
    void into(AVCodecContext context, Map<String, String> options) {
        context.flags(context.flags() | (pass.second() ? avcodec.AV_CODEC_FLAG_PASS2 : avcodec.AV_CODEC_FLAG_PASS1));
        if (ownFile) {
            options.put("stats", pass.notes().toString());
        } else if (pass.second()) {
            try (BytePointer text = new BytePointer(read, StandardCharsets.US_ASCII)) {
                // Freed with the encoder that reads it.
                context.stats_in(avutil.av_strdup(text));
            }
        }
    }

    /** Takes what the encoder noted since it was last asked. */
    void take(AVCodecContext context) {
        BytePointer noted = pass.second() || ownFile ? null : context.stats_out();
        if (noted != null && !noted.isNull()) {
            written.append(noted.getString());
        }
    }

    /** Keeps what the encoder noted, once it has seen every frame. */
    void keep() throws MediaException {
        if (pass.second() || ownFile) {
            return;
        }
        if (written.isEmpty()) {
            throw new MediaException(Reason.NO_ENCODER, "", "the encoder noted nothing in its first pass; ask for one pass");
        }
        try {
            Files.writeString(pass.notes(), written, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new MediaException(Reason.UNWRITABLE, pass.notes().toString(),
                    "the notes of the first pass cannot be written (" + e.getMessage() + ")", e);
        }
    }
}
