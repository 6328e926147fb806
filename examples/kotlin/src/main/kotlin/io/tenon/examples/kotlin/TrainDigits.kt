package io.tenon.examples.kotlin

import io.tenon.data.Samples
import io.tenon.examples.digits.Digits
import io.tenon.optimizer.Optimizers.adam
import org.nd4j.linalg.api.ndarray.INDArray
import org.nd4j.linalg.factory.Nd4j

private const val SEED = 42L

/** Trains three networks on handwritten digits and tells how well each reads others. */
fun main() {
  val data = Digits.split(0.8, 7)
  println("annotated model: %.2f %%".format(100 * trainAnnotated(data)))
  println("network described in code: %.2f %%".format(100 * trainDescribed(data)))
  println("pairs of digits: %.2f %%".format(100 * trainPairs(data)))
}

/** The share of the test digits that [DigitsCnn] reads right. */
fun trainAnnotated(data: Digits.Split): Double =
  DigitsCnnModel.builder().optimizer(adam(2e-3)).seed(SEED).build().use { model ->
    val train = DigitsCnnModel.samples().picture(data.train.pictures()).digit(data.train.digits)
    model.fit(train) { it.epochs(15).batchSize(32).validationSplit(0.1) }

    val test = DigitsCnnModel.samples().picture(data.test.pictures()).digit(data.test.digits)
    model.evaluate(test).accuracy
  }

/** The share of the test digits that [digitsNetwork] reads right. */
fun trainDescribed(data: Digits.Split): Double =
  digitsNetwork(filters = 32, units = 64).use { network ->
    network.fit(pictures(data.train)) { it.epochs(15).batchSize(32).validationSplit(0.1) }
    network.evaluate(pictures(data.test)).getValue("accuracy")
  }

private fun pictures(digits: Digits): Samples =
  Samples.builder().input("image", digits.pictures()).label("dense2", digits.digits).build()

/** The share of the test pairs that [pairNetwork] judges right. */
fun trainPairs(data: Digits.Split): Double =
  pairNetwork().use { network ->
    network.fit(pairs(data.train)) { it.epochs(30).batchSize(64) }
    network.evaluate(pairs(data.test)).getValue("accuracy")
  }

/** Each digit beside its neighbour in a shuffled order, and beside the next one of its own kind. */
private fun pairs(digits: Digits): Samples {
  val numbers = digits.digits.toIntVector()
  val indices = numbers.indices.toList()
  val ofOwnKind = indices.groupBy { numbers[it] }.values.flatMap { it.zipWithNext() }
  val neighbours = indices.zipWithNext()
  val pairs = (ofOwnKind + neighbours).shuffled(kotlin.random.Random(SEED))

  fun rows(chosen: List<Int>): INDArray = digits.pixels.getRows(*chosen.toIntArray())
  val same = pairs.map { (left, right) -> if (numbers[left] == numbers[right]) 1f else 0f }
  return Samples.builder()
    .input("left", rows(pairs.map { it.first }))
    .input("right", rows(pairs.map { it.second }))
    .label("same", Nd4j.createFromArray(*same.toFloatArray()).reshape(-1, 1))
    .build()
}
