package org.reelbench.preview.internal.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewRung;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.preview.internal.hls.HlsPlaylists;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Sequence;

import jakarta.servlet.http.HttpServletResponse;

/** Playlists of revisions. A playlist stays what it is after an edit; who asks for the first one again gets the film as it is then. */
final class Playlists {

    private static final Pattern FORM = Pattern.compile("hls/(\\d{1,15})/(sound|pictures|pictures-(\\d{1,2}))\\.m3u8");
    private static final String FIRST = "hls.m3u8";

    /** What lossless sound takes of what it would take as it is: seldom more. */
    private static final long SOUND_BITS = 48_000 * 16 * 2;

    /** Of a picture's point, where nothing else is known. */
    private static final double BITS_PER_PIXEL = 0.15;

    private final Shown shown;

    Playlists(Shown shown) {
        this.shown = shown;
    }

    static boolean isOne(String path) {
        return path.equals(FIRST) || FORM.matcher(path).matches();
    }

    /** Answers; may wait, as the first question about a place may look at media. */
    void send(Preview preview, String path, HttpServletResponse response) throws IOException {
        if (path.equals(FIRST)) {
            Replies.text(response, HlsPlaylists.TYPE, master(shown.freeze(preview, preview.revision())));
            return;
        }
        Matcher matcher = FORM.matcher(path);
        Optional<PreviewRevision> revision = matcher.matches()
                ? shown.revision(preview, Long.parseLong(matcher.group(1)))
                : Optional.empty();
        if (revision.isEmpty()) {
            Replies.plain(response, HttpServletResponse.SC_GONE,
                    "The film was changed often since; open " + FIRST + " again for what it is now.");
        } else if (matcher.group(2).equals("sound")) {
            Replies.text(response, HlsPlaylists.TYPE, HlsPlaylists.media(
                    entries(revision.get(), revision.get().sound(0, revision.get().endSample()))));
        } else {
            String rung = matcher.group(3);
            Replies.text(response, HlsPlaylists.TYPE,
                    HlsPlaylists.media(entries(revision.get(), pictures(revision.get(), rung))));
        }
    }

    private static List<PreviewSegment> pictures(PreviewRevision revision, String rung) {
        long end = revision.sequence().durationFrames();
        return rung == null
                ? revision.pictures(0, end)
                : revision.pictures(0, end, Math.min(Integer.parseInt(rung), Math.max(0, revision.rungs().size() - 1)));
    }

    /** Addresses are relative to a playlist two folders below the sequence's. */
    private static List<HlsPlaylists.Entry> entries(PreviewRevision revision, List<PreviewSegment> segments) {
        List<HlsPlaylists.Entry> entries = new ArrayList<>();
        String unknown = "";
        for (PreviewSegment segment : segments) {
            String init = revision.status(segment).initId();
            if (!init.isEmpty()) {
                unknown = "";
            } else if (unknown.isEmpty()) {
                unknown = segment.id();
            }
            entries.add(new HlsPlaylists.Entry("../../" + SegmentAddress.of(segment).path(),
                    Rational.of(segment.durationTicks(), segment.ticksPerSecond()),
                    init.isEmpty() ? "../../segments/" + unknown + "/init.mp4" : "../../init/" + init + ".mp4"));
        }
        return entries;
    }

    private String master(PreviewRevision revision) {
        Sequence sequence = revision.sequence();
        Rational rate = sequence.rate().framesPerSecond();
        String base = "hls/" + revision.number() + "/";
        List<PreviewSegment> first = revision.pictures(0, Math.min(1, sequence.durationFrames()));
        List<String> codecs = new ArrayList<>();
        first.stream().flatMap(segment -> codec(revision, segment).stream()).forEach(codecs::add);
        // Without the pictures' codec players look for themselves; half of the truth would keep them from it.
        if (!codecs.isEmpty() && revision.endSample() > 0) {
            codecs.add("fLaC");
        }
        List<HlsPlaylists.Variant> variants = new ArrayList<>();
        List<PreviewRung> rungs = revision.rungs();
        for (int i = 0; i < rungs.size(); i++) {
            PreviewRung rung = rungs.get(i);
            variants.add(new HlsPlaylists.Variant(base + "pictures-" + i + ".m3u8", rung.bitsPerSecond() + SOUND_BITS, List.of(),
                    rung.widthPx(), rung.heightPx(), rate));
        }
        if (variants.isEmpty()) {
            long bits = Math.round(BITS_PER_PIXEL * sequence.widthPx() * sequence.heightPx() * rate.toDouble());
            variants.add(new HlsPlaylists.Variant(base + "pictures.m3u8", bits + SOUND_BITS, codecs, sequence.widthPx(),
                    sequence.heightPx(), rate));
        }
        return HlsPlaylists.master(variants, revision.endSample() > 0 ? base + "sound.m3u8" : "");
    }

    private Optional<String> codec(PreviewRevision revision, PreviewSegment segment) {
        return shown.init(revision.status(segment).initId()).map(InitSegment::codec);
    }
}
