/**
 * Composing: layers become one picture through libavfilter. {@code LayerPlan} and {@code CompositionPlan} write the graph's
 * text, {@code FilterGraph} alone builds and runs graphs, {@code FfmpegComposer} feeds them frame by frame.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.media.ffmpeg.internal.compose;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
