package org.reelbench.testkit;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.reelbench.media.CodecParameters;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.EncoderProvider;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/**
 * What every encoder of pictures keeps to that a bundle brings: a packet for each picture, at its time, in an order that can be
 * decoded, beginning where decoding can begin.
 * <p>
 * For one thread.
 */
public final class EncoderContract implements Contract {

    private static final int FRAMES = 40;
    private static final int ASKED = 17;
    /** Times need not be every tick. */
    private static final int STEP_TICKS = 2;

    private final EncoderProvider provider;
    private final VideoEncoding encoding;

    /**
     * Creates the contract of an encoder.
     *
     * @param provider whose it is
     * @param encoding an encoding that it makes
     */
    public EncoderContract(EncoderProvider provider, VideoEncoding encoding) {
        this.provider = provider;
        this.encoding = encoding;
    }

    @Override
    public List<ContractCase> cases() {
        return List.of(new ContractCase("its encoders have names of their own", this::names),
                new ContractCase("a packet comes for each picture, at its time", this::packets),
                new ContractCase("a picture is a sync sample where that is asked for", this::syncSamples),
                new ContractCase("what is encoded stays as it is", this::untouched),
                new ContractCase("two encoders do not know of each other", this::two),
                new ContractCase("what it cannot encode it refuses", this::refused));
    }

    private void names() {
        Claims.holds(provider.names().contains(encoding.encoder()), provider.names() + " lacks " + encoding.encoder());
        for (String name : provider.names()) {
            Claims.holds(name.matches("[a-z0-9_-]+(\\.[A-Za-z0-9_-]+)+"), "the name '" + name + "' does not begin with a domain");
        }
        Claims.same(provider.names(), provider.names(), "the names, asked again,");
    }

    private PictureFormat format() {
        return PictureFormat.of(encoding.widthPx(), encoding.heightPx(), encoding.pixelFormat(), encoding.color());
    }

    private List<EncodedPacket> encode(VideoEncoder encoder) throws MediaException {
        List<EncodedPacket> packets = new ArrayList<>();
        try (MemoryFrame frame = MemoryFrame.allocate(format(), RationalTime.ZERO)) {
            for (int i = 0; i < FRAMES; i++) {
                frame.plane(0).fill((byte) (40 + 3 * i));
                encoder.encode(frame, (long) i * STEP_TICKS, i == 0 || i == ASKED, packets::add);
            }
        }
        encoder.finish(packets::add);
        return packets;
    }

    private List<EncodedPacket> encode() throws MediaException {
        VideoEncoder encoder = provider.openVideo(encoding);
        try (encoder) {
            CodecParameters parameters = encoder.parameters();
            Claims.line(parameters.codec(), "the codec");
            Claims.holds(parameters.video() != null, "the parameters say that it encodes sound");
            Claims.same(encoding.timeBase(), parameters.timeBase(), "the time base");
            return encode(encoder);
        } finally {
            encoder.close();
        }
    }

    private void packets() throws MediaException {
        List<EncodedPacket> packets = encode();
        Claims.same(FRAMES, packets.size(), "the number of packets");
        Set<Long> times = new HashSet<>();
        long before = Long.MIN_VALUE;
        for (EncodedPacket packet : packets) {
            Claims.holds(packet.dtsTicks() > before, "a packet is to be decoded at " + packet.dtsTicks() + " after " + before);
            Claims.holds(packet.ptsTicks() >= packet.dtsTicks(), "a picture is shown before it is decoded: " + packet);
            Claims.holds(packet.ptsTicks() % STEP_TICKS == 0 && packet.ptsTicks() >= 0
                    && packet.ptsTicks() < (long) FRAMES * STEP_TICKS && times.add(packet.ptsTicks()),
                    "no picture was given for " + packet.ptsTicks());
            Claims.holds(packet.data().byteSize() > 0, "a packet is empty");
            before = packet.dtsTicks();
        }
        Claims.holds(packets.getFirst().sync(), "decoding cannot begin at the first packet");
    }

    private void syncSamples() throws MediaException {
        Claims.holds(encode().stream().anyMatch(packet -> packet.sync() && packet.ptsTicks() == (long) ASKED * STEP_TICKS),
                "the picture that was to be a sync sample is none");
    }

    private void untouched() throws MediaException {
        try (VideoEncoder encoder = provider.openVideo(encoding);
                VideoFrame frame = MemoryFrame.allocate(format(), RationalTime.ZERO)) {
            frame.plane(0).fill((byte) 99);
            encoder.encode(frame, 0, true, _ -> {
                // what comes is of no interest
            });
            for (long i = 0; i < frame.plane(0).byteSize(); i++) {
                Claims.same((byte) 99, frame.plane(0).get(ValueLayout.JAVA_BYTE, i),
                        "a sample of the picture, after it was encoded,");
            }
        }
    }

    private void two() throws MediaException {
        try (VideoEncoder one = provider.openVideo(encoding); VideoEncoder other = provider.openVideo(encoding)) {
            Claims.same(FRAMES, encode(one).size(), "the number of packets of one");
            Claims.same(FRAMES, encode(other).size(), "the number of packets of the other");
        }
    }

    private void refused() {
        VideoEncoding odd = new VideoEncoding(encoding.encoder(), encoding.widthPx(), encoding.heightPx(), encoding.pixelFormat(),
                encoding.color(), encoding.timeBase(), encoding.frameRate(), encoding.gopFrames(), encoding.bitRate(),
                encoding.threads(), new TreeMap<>(Map.of("nobody-knows-this", "1")));
        MediaException refused = Claims.thrown(MediaException.class, () -> provider.openVideo(odd).close(),
                "opened with an option that nobody knows");
        Claims.same(MediaException.Reason.NO_ENCODER, refused.reason(), "the reason");
    }
}
