/**
 * Networks described in code, with the layers, shapes and problems of annotated models.
 *
 * <p>A stage is a tensor. It carries its rank, offers the layers that read such a tensor, and each
 * gives the stage of its result. Stages, options and {@code Layers} are generated from the layer
 * annotations.
 *
 * <pre>{@code
 * Network network = Networks.sequential("mnist")
 *     .image(28, 28, 1)
 *     .conv2D(32, 3, conv -> conv.activation(RELU))
 *     .maxPooling2D(2)
 *     .flatten()
 *     .dense(10, dense -> dense.activation(SOFTMAX))
 *     .compile(adam(), CATEGORICAL_CROSSENTROPY, ACCURACY);
 * }</pre>
 */
@NullMarked
@GenerateOptions(value = "io.tenon.layer", stages = true)
package io.tenon.dsl;

import io.tenon.layer.GenerateOptions;
import org.jspecify.annotations.NullMarked;
