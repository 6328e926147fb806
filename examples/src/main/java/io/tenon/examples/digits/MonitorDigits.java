package io.tenon.examples.digits;

import static io.tenon.optimizer.Optimizers.adam;

import io.tenon.callback.CSVLogger;
import io.tenon.callback.EarlyStopping;
import io.tenon.callback.ModelCheckpoint;
import io.tenon.callback.TensorBoard;
import io.tenon.optimizer.CosineDecay;
import io.tenon.training.History;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Trains the convolutional network with all that watches a training: validation, early stopping,
 * checkpoints of the best, TensorBoard, a log and a learning rate that warms up and then falls. It
 * leaves a picture of the curves.
 */
public final class MonitorDigits {
  private static final double TRAINING_SHARE = 0.8;
  private static final double VALIDATION_SHARE = 0.15;
  private static final int BATCH_SIZE = 32;
  private static final int EPOCHS = 40;
  private static final int PATIENCE = 6;

  private MonitorDigits() {}

  /**
   * What came of it.
   *
   * @param history what was measured in each epoch
   * @param accuracy on digits that were not trained on
   * @param savedAccuracy of the best model that was saved, read from its file
   */
  public record Result(History history, double accuracy, double savedAccuracy) {}

  /** Runs the example; a first argument names the folder for what it leaves. */
  public static void main(String[] args) {
    run(Path.of(args.length > 0 ? args[0] : "target/digits"));
  }

  static Result run(Path folder) {
    Digits.Split data = Digits.split(TRAINING_SHARE, 7);
    int stepsPerEpoch = (int) Math.ceil(data.train().size() * (1 - VALIDATION_SHARE) / BATCH_SIZE);
    CosineDecay rate =
        new CosineDecay(1e-4, EPOCHS * stepsPerEpoch, 0.01).withWarmup(2e-3, 2 * stepsPerEpoch);
    EarlyStopping stopping = new EarlyStopping().patience(PATIENCE).restoreBestWeights(true);
    ModelCheckpoint checkpoint =
        new ModelCheckpoint(folder.resolve("best-{epoch:02d}-{val_loss:.3f}.keras"))
            .saveBestOnly(true);
    DigitsCnnModel.Samples test = samples(data.test());
    try (DigitsCnnModel model =
        DigitsCnnModel.builder().optimizer(adam().withLearningRate(rate)).seed(42).build()) {
      History history =
          model.fit(
              samples(data.train()),
              fit ->
                  fit.epochs(EPOCHS)
                      .batchSize(BATCH_SIZE)
                      .validationSplit(VALIDATION_SHARE)
                      .callbacks(
                          stopping,
                          checkpoint,
                          new TensorBoard(folder.resolve("logs")).histogramFrequency(5),
                          new CSVLogger(folder.resolve("training.csv"))));
      history.plot(folder.resolve("curves.png"));
      history.plot(folder.resolve("curves.svg"));
      double accuracy = model.evaluate(test).accuracy();
      Path best = checkpoint.lastFile().orElseThrow();
      System.out.printf(
          Locale.ROOT,
          "%nstopped after epoch %d, best was %d; test accuracy %.2f %%%n",
          history.size(),
          stopping.bestEpoch(),
          100 * accuracy);
      System.out.printf(
          "%s has the curves, the best model (%s) and logs: tensorboard --logdir %s%n",
          folder, best.getFileName(), folder.resolve("logs"));
      try (DigitsCnnModel saved = DigitsCnnModel.load(best)) {
        return new Result(history, accuracy, saved.evaluate(test).accuracy());
      }
    }
  }

  private static DigitsCnnModel.Samples samples(Digits digits) {
    return DigitsCnnModel.samples().picture(digits.pictures()).digit(digits.digits());
  }
}
