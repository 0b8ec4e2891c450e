package org.reelbench.playback.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.reelbench.loading.Loading;
import org.reelbench.media.AudioSinks;
import org.reelbench.media.ScreenConverters;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.playback.Player;
import org.reelbench.playback.PlayerSetup;
import org.reelbench.playback.StoredPictures;
import org.reelbench.playback.Players;
import org.reelbench.render.Renderers;

/** Opens players and closes those that are left when the bundle stops. The services they work with may come and go. */
@Component
public final class PlayersComponent implements Players {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Renderers renderers;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable ScreenConverters converters;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AudioSinks sinks;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Loading loading;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable MemoryLedger ledger;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable StoredPictures stored;

    private final SmallPictures small;
    private final List<Studio> open = new CopyOnWriteArrayList<>();

    /**
     * Creates the component.
     *
     * @param small says when pictures are to be small
     */
    @Activate
    public PlayersComponent(@Reference SmallPictures small) {
        this.small = small;
    }

    @Override
    public Player open(PlayerSetup setup) {
        PlayerServices services = new PlayerServices(() -> Optional.ofNullable(renderers), () -> Optional.ofNullable(converters),
                () -> setup.sinks().or(() -> Optional.ofNullable(sinks)), () -> Optional.ofNullable(loading),
                () -> Optional.ofNullable(ledger), () -> Optional.ofNullable(stored), small::areWanted);
        Studio studio = new Studio(services, setup, open::remove);
        open.add(studio);
        return studio;
    }

    @Override
    public boolean isReady() {
        return renderers != null && converters != null;
    }

    /** Closes what nobody has closed. */
    @Deactivate
    public void stop() {
        open.forEach(Studio::close);
    }
}
