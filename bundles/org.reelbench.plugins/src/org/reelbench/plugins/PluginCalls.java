package org.reelbench.plugins;

import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service through which services of plug-ins are called, so that whatever their code does the caller goes on: it waits ten seconds
 * at most, failures are counted, and a plug-in that goes on failing or hangs is not called any more.
 * <p>
 * For every thread. A call into a plug-in runs on another thread, so that it costs some hundredth of a millisecond; objects that no
 * plug-in brought are called directly.
 *
 * <pre>{@code
 * String name = calls.call(provider, "name", () -> provider.name());
 * }</pre>
 */
@ProviderType
public interface PluginCalls {

    /**
     * Something to be called.
     *
     * @param <T> what it returns
     * @param <E> what it may throw
     */
    @FunctionalInterface
    interface Call<T, E extends Exception> {

        /**
         * Calls the plug-in.
         *
         * @return what the plug-in returned
         * @throws E if the plug-in says so
         */
        T run() throws E;
    }

    /**
     * Which plug-in an object came from.
     *
     * @param id the plug-in's id
     * @param version its version
     * @param sha256 the hash of its file, hexadecimal
     */
    record Owner(String id, String version, String sha256) {
    }

    /** Native memory of the program's that a plug-in has until this is closed. */
    @FunctionalInterface
    interface Loan extends AutoCloseable {

        /** Ends the loan, on any thread. Closing twice is harmless. */
        @Override
        void close();
    }

    /**
     * Finds out whose an object is.
     *
     * @param provider the object
     * @return the plug-in whose class the object is of, or empty if no plug-in brought it
     */
    Optional<Owner> owner(Object provider);

    /**
     * Calls a plug-in. A call that does not return in time goes on in its thread, which is interrupted, and with whatever the call
     * holds: so it must own what it works with.
     *
     * @param <T> what the call returns
     * @param <E> what the call may throw; that is not counted as failing
     * @param provider the object that is called
     * @param what which call, for people
     * @param call the call
     * @return what it returned
     * @throws E if the call threw it
     * @throws PluginCallException if the plug-in failed, did not return in time, or is not called any more
     */
    <T, E extends Exception> T call(Object provider, String what, Call<T, E> call) throws E;

    /**
     * Runs code of the program that a plug-in calls while it is called itself. The time that takes is not the plug-in's: its ten
     * seconds stand still meanwhile. On a thread that is in no call of a plug-in it only runs the code.
     *
     * @param <T> what the code returns
     * @param <E> what the code may throw
     * @param own the program's code
     * @return what it returned
     * @throws E if the code threw it
     */
    <T, E extends Exception> T outside(Call<T, E> own) throws E;

    /**
     * Notes that native memory of the program's is in a plug-in's hands, so that people see what it holds at least. Costs about as
     * much as putting something into a map.
     *
     * @param provider an object of the plug-in's; for one that no plug-in brought nothing is noted
     * @param address where the memory begins: the same memory counts once, however many loans of it the plug-in has
     * @param bytes how much it is, 0 or more
     * @return the loan, to be closed by the caller when the plug-in cannot reach the memory any more
     */
    Loan lend(Object provider, long address, long bytes);

    /**
     * Returns calls that guard nothing: for tests, and where the service is not there.
     *
     * @return calls that know no plug-ins
     */
    static PluginCalls direct() {
        return new PluginCalls() {

            @Override
            public Optional<Owner> owner(Object provider) {
                return Optional.empty();
            }

            @Override
            public <T, E extends Exception> T call(Object provider, String what, Call<T, E> call) throws E {
                return call.run();
            }

            @Override
            public <T, E extends Exception> T outside(Call<T, E> own) throws E {
                return own.run();
            }

            @Override
            public Loan lend(Object provider, long address, long bytes) {
                return () -> {
                    // nothing was noted
                };
            }
        };
    }
}
