package io.tenon.examples.kotlin

import io.tenon.ActivationFunction.RELU
import io.tenon.ActivationFunction.SIGMOID
import io.tenon.Loss.BINARY_CROSSENTROPY
import io.tenon.Metric.ACCURACY
import io.tenon.dsl.Layers.dense
import io.tenon.dsl.Networks
import io.tenon.network.Network
import io.tenon.optimizer.Optimizers.adam

/** Tells whether two pictures show the same digit: both go through one layer, then are compared. */
fun pairNetwork(): Network {
  val pair = Networks.functional("pair")
  val left = pair.vector("left", 64)
  val right = pair.vector("right", 64)

  val encode = pair.shared("encode", dense(64).activation(RELU))
  val difference = left.then(encode) - right.then(encode)

  val same =
    (difference * difference)
      .dense(64) { it.activation(RELU) }
      .dense(1) { it.name("same").activation(SIGMOID) }
  return pair.output(same, BINARY_CROSSENTROPY, ACCURACY).compile(adam(3e-3))
}
