package io.tenon.examples.kotlin

import io.tenon.examples.digits.Digits
import io.tenon.optimizer.Optimizers.adam

/** Trains the annotated model on handwritten digits and tells how well it reads others. */
fun main() {
  val data = Digits.split(0.8, 7)
  println("%.2f %% of the digits read right".format(100 * trainAnnotated(data)))
}

/** The share of the test digits that [DigitsCnn] reads right. */
fun trainAnnotated(data: Digits.Split): Double =
  DigitsCnnModel.builder().optimizer(adam(2e-3)).seed(42).build().use { model ->
    val train = DigitsCnnModel.samples().picture(data.train.pictures()).digit(data.train.digits)
    model.fit(train) { it.epochs(15).batchSize(32).validationSplit(0.1) }
    val test = DigitsCnnModel.samples().picture(data.test.pictures()).digit(data.test.digits)
    model.evaluate(test).accuracy
  }
