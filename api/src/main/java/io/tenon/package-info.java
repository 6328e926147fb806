/**
 * The model language: the annotations that declare a model, its inputs and outputs, and the rank
 * types of its tensors. The layers are in {@link io.tenon.layer}.
 */
@NullMarked
package io.tenon;

import org.jspecify.annotations.NullMarked;
