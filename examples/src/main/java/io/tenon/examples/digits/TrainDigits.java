package io.tenon.examples.digits;

import static io.tenon.optimizer.Optimizers.adam;

import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Trains both networks on 80 % of the digits and tests them on the rest. */
public final class TrainDigits {
  private static final double TRAINING_SHARE = 0.8;
  private static final long SPLIT_SEED = 7;
  private static final long SEED = 42;
  private static final int SHOWN = 3;

  private TrainDigits() {}

  /** The test accuracies of both networks. */
  public record Result(double mlpAccuracy, double cnnAccuracy) {}

  /** Runs the example. */
  public static void main(String[] args) {
    run();
  }

  static Result run() {
    Digits.Split data = Digits.split(TRAINING_SHARE, SPLIT_SEED);
    System.out.printf(
        "%d handwritten digits to train on, %d to test with%n%n",
        data.train().size(), data.test().size());
    return new Result(trainMlp(data), trainCnn(data));
  }

  private static double trainMlp(Digits.Split data) {
    Digits train = data.train();
    Digits test = data.test();
    try (DigitsMlpModel model = DigitsMlpModel.builder().optimizer(adam(2e-3)).seed(SEED).build()) {
      System.out.println(model.summary());
      model.fit(
          DigitsMlpModel.samples().pixels(train.pixels()).digit(train.digits()),
          fit -> fit.epochs(40).batchSize(32).validationSplit(0.1));
      DigitsMlpModel.Scores scores =
          model.evaluate(DigitsMlpModel.samples().pixels(test.pixels()).digit(test.digits()));
      tell("DigitsMlp", scores.accuracy());
      return scores.accuracy();
    }
  }

  private static double trainCnn(Digits.Split data) {
    Digits train = data.train();
    Digits test = data.test();
    try (DigitsCnnModel model = DigitsCnnModel.builder().optimizer(adam(1e-3)).seed(SEED).build()) {
      System.out.println(model.summary());
      model.fit(
          DigitsCnnModel.samples().picture(train.pictures()).digit(train.digits()),
          fit -> fit.epochs(30).batchSize(32).validationSplit(0.1));
      DigitsCnnModel.Scores scores =
          model.evaluate(DigitsCnnModel.samples().picture(test.pictures()).digit(test.digits()));
      tell("DigitsCnn", scores.accuracy());
      show(test, model.predict(test.pictures()));
      return scores.accuracy();
    }
  }

  private static void tell(String model, double accuracy) {
    System.out.printf(Locale.ROOT, "%s: test accuracy %.2f %%%n%n", model, 100 * accuracy);
  }

  /** Draws the first samples with what the network takes them for. */
  private static void show(Digits test, INDArray probabilities) {
    INDArray guesses = probabilities.argMax(1);
    for (int i = 0; i < SHOWN; i++) {
      int guess = guesses.getInt(i);
      System.out.print(test.draw(i));
      System.out.printf(
          Locale.ROOT,
          "taken for a %d (%.1f %%), it is a %d%n%n",
          guess,
          100 * probabilities.getFloat(i, guess),
          test.digits().getInt(i));
    }
  }
}
