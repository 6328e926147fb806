package io.tenon.examples.kotlin

import io.tenon.ActivationFunction.RELU
import io.tenon.ActivationFunction.SOFTMAX
import io.tenon.Image
import io.tenon.Input
import io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY
import io.tenon.Metric.ACCURACY
import io.tenon.Model
import io.tenon.Output
import io.tenon.Padding.SAME
import io.tenon.Vector
import io.tenon.layer.Conv2D
import io.tenon.layer.Dense
import io.tenon.layer.Dropout
import io.tenon.layer.Flatten
import io.tenon.layer.MaxPooling2D

/**
 * Reads a digit from its picture: a function is a tensor, its annotation the layer that makes it.
 */
@Model
interface DigitsCnn {
  @Input("8 8 1") fun picture(): Image

  @Conv2D(filters = 32, kernelSize = [3], padding = SAME, activation = RELU)
  fun edges(picture: Image): Image

  @MaxPooling2D(poolSize = [2]) fun smaller(edges: Image): Image

  @Flatten fun features(smaller: Image): Vector

  @Dropout(0.25) fun dropped(features: Vector): Vector

  @Dense(units = 64, activation = RELU) fun hidden(dropped: Vector): Vector

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY, metrics = [ACCURACY])
  @Dense(units = 10, activation = SOFTMAX)
  fun digit(hidden: Vector): Vector
}
