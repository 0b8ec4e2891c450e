package org.reelbench.playback.internal;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.reelbench.loading.Loading;
import org.reelbench.media.AudioSinks;
import org.reelbench.media.ScreenConverters;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.playback.StoredPictures;
import org.reelbench.render.Renderers;

/**
 * The services a player works with, each as it is at the moment somebody asks.
 *
 * @param renderers renders pictures and sound
 * @param converters converts pictures for the screen
 * @param sinks opens the sound output
 * @param loading loads media by demand
 * @param ledger is told what is held
 * @param stored has pictures that were rendered before
 * @param small whether pictures are to be small, as memory is short
 */
record PlayerServices(Supplier<Optional<Renderers>> renderers, Supplier<Optional<ScreenConverters>> converters,
        Supplier<Optional<AudioSinks>> sinks, Supplier<Optional<Loading>> loading, Supplier<Optional<MemoryLedger>> ledger,
        Supplier<Optional<StoredPictures>> stored, BooleanSupplier small) {
}
