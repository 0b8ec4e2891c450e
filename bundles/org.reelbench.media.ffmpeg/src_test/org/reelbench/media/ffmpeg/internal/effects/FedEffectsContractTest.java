package org.reelbench.media.ffmpeg.internal.effects;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectReach;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.compose.FfmpegComposers;
import org.reelbench.testcard.EffectContract;
import org.reelbench.time.RationalTime;

/** The contract of effects finds those that remember other than they say. */
class FedEffectsContractTest {

    private static final int CASES = 3;
    private static final EffectReach ALL = new EffectReach(EffectReach.UNBOUNDED, 0);
    private static final EffectReach FORTY = new EffectReach(40, 0);

    /** Writes the sum of the samples it remembers all over the first row. */
    private static final class Summing implements FrameProcessor {

        private final Deque<Integer> remembered;
        private final long most;

        Summing(Deque<Integer> remembered, long most) {
            this.remembered = remembered;
            this.most = most;
        }

        @Override
        public Set<PixelFormat> formats() {
            return Planes.ALL;
        }

        @Override
        public void process(VideoFrame frame, RationalTime sourceTime) {
            remembered.addLast((int) frame.plane(0).get(ValueLayout.JAVA_BYTE, 0));
            while (remembered.size() > most) {
                remembered.removeFirst();
            }
            byte sum = (byte) (16 + Math.floorMod(remembered.stream().mapToInt(Integer::intValue).sum(), 200));
            Planes.eachRow(frame, 0, (row, _) -> java.util.Arrays.fill(row, sum));
        }
    }

    private static void check(EffectReach said, long remembered, Supplier<Deque<Integer>> memory) throws Exception {
        EffectDescriptor descriptor = new EffectDescriptor("org.example.sum", "1", "Sum", List.of(), said);
        FfmpegComposers composers = new FfmpegComposers();
        composers.addEffect(new EffectProvider() {
            @Override
            public EffectDescriptor descriptor() {
                return descriptor;
            }

            @Override
            public EffectBody create(SortedMap<String, Object> parameters) {
                return new Summing(memory.get(), remembered);
            }
        }, Map.of());
        EffectContract contract = new EffectContract(composers, descriptor);
        contract.checkDescription();
        contract.check(1, CASES);
        assertTrue(contract.composed() > 0);
    }

    @Test
    void effectsThatRememberWhatTheySayKeepIt() {
        assertDoesNotThrow(() -> check(ALL, Long.MAX_VALUE, ArrayDeque::new));
        assertDoesNotThrow(() -> check(FORTY, 41, ArrayDeque::new));
    }

    @Test
    void whatRemembersMoreThanItSaysIsFound() {
        assertThrows(AssertionError.class, () -> check(FORTY, 45, ArrayDeque::new));
    }

    @Test
    void whatRemembersWhatOthersGotIsFound() {
        Deque<Integer> shared = new ArrayDeque<>();
        assertThrows(AssertionError.class, () -> check(ALL, Long.MAX_VALUE, () -> shared));
    }
}
