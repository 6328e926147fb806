/** Layers described in code: an options type for each, generated from the layer annotations. */
@NullMarked
@GenerateOptions("io.tenon.layer")
package io.tenon.dsl;

import io.tenon.layer.GenerateOptions;
import org.jspecify.annotations.NullMarked;
