package org.reelbench.media;

import java.lang.foreign.MemorySegment;

/**
 * One encoded packet.
 *
 * @param ptsTicks when it is presented, in ticks of its stream's time base
 * @param dtsTicks when it must be decoded
 * @param durationTicks how long it lasts
 * @param sync true if decoding can begin here
 * @param trimEndSamples how many samples at its end are padding, for the last packet of a stream of sound
 * @param data the bytes, valid during the call that hands the packet over
 */
public record EncodedPacket(long ptsTicks, long dtsTicks, long durationTicks, boolean sync, int trimEndSamples,
        MemorySegment data) {
}
