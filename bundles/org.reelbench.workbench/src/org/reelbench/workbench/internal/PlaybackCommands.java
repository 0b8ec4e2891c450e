package org.reelbench.workbench.internal;

import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.core.commands.ExecutionEvent;
import org.reelbench.ui.Editor;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.Transport;

/** The commands that play, move about and mark, in whichever monitor is in hand. */
final class PlaybackCommands {

    private final Editor editor;
    private final ServiceSlot<Transport> transport;
    private final ShuttleKeys keys;

    PlaybackCommands(Editor editor, ServiceSlot<Transport> transport, ShuttleKeys keys) {
        this.editor = editor;
        this.transport = transport;
        this.keys = keys;
    }

    /** Hands the commands out, each with the end of its id. */
    void addTo(BiConsumer<String, CommandHandler> commands) {
        add(commands, "playback.toggle", _ -> with(player -> {
            if (player.isPlaying()) {
                player.pause();
            } else {
                player.play();
            }
        }));
        add(commands, "playback.play", event -> with(player -> keys.forward(event, player)));
        add(commands, "playback.backward", event -> with(player -> keys.backward(event, player)));
        add(commands, "playback.pause", event -> with(player -> keys.stand(event, player)));
        commands.accept("playback.loop", CommandHandler.toggle(_ -> with(player -> player.setLooping(!player.isLooping())),
                () -> editor.project().isPresent(), () -> transport.get().filter(Transport::isLooping).isPresent()));
        add(commands, "playback.forward", _ -> with(player -> player.goTo(player.positionFrame() + 1)));
        add(commands, "playback.back", _ -> with(player -> player.goTo(player.positionFrame() - 1)));
        add(commands, "playback.nextEdit", _ -> with(Transport::toNextEdit));
        add(commands, "playback.previousEdit", _ -> with(Transport::toPreviousEdit));
        add(commands, "playback.start", _ -> with(player -> player.goTo(0)));
        add(commands, "playback.end", _ -> with(player -> player.goTo(Long.MAX_VALUE)));
        add(commands, "playback.goTo", _ -> with(Transport::enterTimecode));
        add(commands, "edit.markIn", _ -> with(Transport::markIn));
        add(commands, "edit.markOut", _ -> with(Transport::markOut));
        commands.accept("edit.clearMarks", new CommandHandler(_ -> with(Transport::clearMarks),
                () -> transport.get().filter(Transport::hasMarks).isPresent(), Commands.USUAL_NAME));
    }

    private void add(BiConsumer<String, CommandHandler> commands, String id, Consumer<ExecutionEvent> action) {
        BooleanSupplier isOpen = () -> editor.project().isPresent();
        commands.accept(id, new CommandHandler(action::accept, isOpen, Commands.USUAL_NAME));
    }

    private void with(Consumer<Transport> action) {
        transport.get().ifPresentOrElse(action, () -> editor.tell("Open the viewer to play", true));
    }
}
