package org.reelbench.remote.internal;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.reelbench.media.MediaException.Reason;

/** Takes a body of a known size, and no byte more. A size of zero leaves the body unread. */
final class RangeBody implements BodySubscriber<byte[]> {

    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final byte[] bytes;
    private final Patience patience;
    private int filled;

    RangeBody(int sizeBytes, Patience patience) {
        this.bytes = new byte[sizeBytes];
        this.patience = patience;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        patience.progress();
        if (bytes.length == 0) {
            subscription.cancel();
            whole.complete(bytes);
            return;
        }
        patience.onGivingUp(subscription::cancel);
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        patience.progress();
        for (ByteBuffer piece : pieces) {
            int count = piece.remaining();
            if (count > bytes.length - filled) {
                whole.completeExceptionally(
                        RemoteFailure.lasting(Reason.UNREADABLE, "its server sends more bytes than it was asked for"));
                patience.giveUp();
                return;
            }
            piece.get(bytes, filled, count);
            filled += count;
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled));
    }
}
