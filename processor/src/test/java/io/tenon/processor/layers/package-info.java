/** Layers as a user may declare them, on the path of the processor. */
@NullMarked
package io.tenon.processor.layers;

import org.jspecify.annotations.NullMarked;
