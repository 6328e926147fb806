/**
 * The layers. One file each: the annotation with its parameters, defaults and documentation, and
 * nested in it the {@code Spec}, the same parameters as a value, with the layer's shape rule and
 * weights.
 */
@NullMarked
package io.tenon.layer;

import org.jspecify.annotations.NullMarked;
