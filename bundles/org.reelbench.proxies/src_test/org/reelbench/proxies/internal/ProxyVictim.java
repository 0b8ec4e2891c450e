package org.reelbench.proxies.internal;

import java.nio.file.Path;
import java.time.Clock;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.proxies.ProxyFormat;
import org.reelbench.proxies.internal.disk.ProxyShelf;
import org.reelbench.proxies.internal.make.Gate;
import org.reelbench.proxies.internal.make.ProxyMaker;

/** A program that makes a proxy and says how far it is, a line for each hundredth, until it is killed. */
final class ProxyVictim {

    static final int FRAMES = 3000;
    static final int LINES = 100;

    private ProxyVictim() {
    }

    static FakeMedium medium() {
        return FakeMedium.of("beach.mp4", FRAMES);
    }

    static ProxyKey key() {
        return new ProxyKey(medium().fingerprint(), 0, ProxyFormat.ALL.getFirst());
    }

    static ProxyShelf shelf(Path folder) {
        return new ProxyShelf(folder, 1L << 30, Clock.systemUTC());
    }

    /** Makes the proxy in the folder that is named. */
    public static void main(String[] arguments) throws MediaException {
        int[] said = new int[1];
        new ProxyMaker(new FakePipeline().services(), shelf(Path.of(arguments[0])), _ -> false).make(medium(), key(), Gate.OPEN,
                done -> {
                    for (; said[0] < done * LINES; said[0]++) {
                        System.out.println(said[0]);
                    }
                }, new Cancellation());
        System.out.println("made");
    }
}
