package org.reelbench.media;

/**
 * An effect as a chain of libavfilter filters with one input and one output, for example {@code gblur=sigma=3}.
 * <p>
 * The chain must deliver exactly one frame for each frame it gets, of the same size and at the same time, and depend on that
 * frame alone: filters that choose or retime frames do not keep this promise.
 * <p>
 * Where an animated parameter only changes values of options that the library can change while a filter runs, they are changed in
 * place; otherwise the chain is built anew.
 *
 * @param chain the filters, separated by commas, without labels; the library's own quoting rules apply
 */
public record FilterText(String chain) implements EffectBody {

    /**
     * Creates the text.
     *
     * @throws IllegalArgumentException if the text is blank or leaves its chain by a label or a semicolon
     */
    public FilterText {
        if (chain.isBlank() || chain.indexOf(';') >= 0 || chain.indexOf('[') >= 0) {
            throw new IllegalArgumentException("'" + chain + "' is not one chain of filters");
        }
    }
}
