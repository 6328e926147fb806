package io.tenon.examples.kotlin

import io.tenon.ActivationFunction.RELU
import io.tenon.ActivationFunction.SOFTMAX
import io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY
import io.tenon.Metric.ACCURACY
import io.tenon.Padding.SAME
import io.tenon.dsl.Networks
import io.tenon.network.Network
import io.tenon.optimizer.Optimizers.adam

/** A network like [DigitsCnn], described in code, so that its sizes can be searched for. */
fun digitsNetwork(filters: Int, units: Int): Network =
  Networks.sequential("digits")
    .image(8, 8, 1)
    .conv2D(filters, 3) { it.padding(SAME).activation(RELU) }
    .maxPooling2D(2)
    .flatten()
    .dropout(0.25)
    .dense(units) { it.activation(RELU) }
    .dense(10) { it.activation(SOFTMAX) }
    .compile(adam(2e-3), SPARSE_CATEGORICAL_CROSSENTROPY, ACCURACY)
