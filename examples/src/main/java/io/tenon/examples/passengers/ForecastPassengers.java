package io.tenon.examples.passengers;

import static io.tenon.optimizer.Optimizers.adam;

import io.tenon.callback.EarlyStopping;
import io.tenon.preprocessing.Batch;
import io.tenon.preprocessing.sequence.TimeseriesGenerator;
import io.tenon.training.History;
import io.tenon.training.Verbosity;
import java.nio.file.Path;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Forecasts the months of 1959 and 1960, each from the twelve before it, after training on the ten
 * years before. An LSTM learns best what does not grow without end and repeats nothing by itself:
 * so it is shown the growth over a year, in logarithms.
 */
public final class ForecastPassengers {
  private static final int TEST_MONTHS = 24;
  private static final int VALIDATION_MONTHS = 12;
  private static final long SEED = 5;

  private ForecastPassengers() {}

  /**
   * How far forecasts are off, in the mean, in percent.
   *
   * @param error of the network
   * @param naiveError of taking each month for that of the year before
   */
  public record Result(double error, double naiveError) {}

  /** Runs the example; a first argument names the picture of the curves to leave. */
  public static void main(String[] args) {
    run(Path.of(args.length > 0 ? args[0] : "target/passengers.png"));
  }

  static Result run(Path curves) {
    double[] passengers = Passengers.read();
    INDArray growth = growth(passengers);
    Batch windows =
        TimeseriesGenerator.of(growth.reshape(growth.length(), 1), growth, PassengerLstm.MONTHS)
            .toBatch();
    int count = windows.size();
    int trained = count - TEST_MONTHS;
    try (PassengerLstmModel model =
        PassengerLstmModel.builder().optimizer(adam(5e-3)).seed(SEED).build()) {
      System.out.println(model.summary());
      History history =
          model.fit(
              PassengerLstmModel.samples()
                  .months(rows(windows.x(), 0, trained))
                  .growth(rows(windows.y(), 0, trained)),
              fit ->
                  fit.epochs(200)
                      .batchSize(16)
                      .validationSplit(VALIDATION_MONTHS / (double) trained)
                      .verbose(Verbosity.SILENT)
                      .callbacks(new EarlyStopping().patience(25).restoreBestWeights(true)));
      history.plot(curves);
      System.out.printf("%d epochs, whose curves are in %s%n%n", history.size(), curves);
      return tell(passengers, model.predict(rows(windows.x(), trained, count)));
    }
  }

  /** log(month / the same a year before), ten times as large so that it is about 1. */
  private static INDArray growth(double[] passengers) {
    float[] growth = new float[passengers.length - Passengers.MONTHS_A_YEAR];
    for (int i = 0; i < growth.length; i++) {
      growth[i] = (float) (10 * Math.log(passengers[i + Passengers.MONTHS_A_YEAR] / passengers[i]));
    }
    return Nd4j.createFromArray(growth);
  }

  private static INDArray rows(INDArray array, int from, int to) {
    return array.get(NDArrayIndex.interval(from, to)).dup();
  }

  private static Result tell(double[] passengers, INDArray growth) {
    double error = 0;
    double naiveError = 0;
    System.out.println("month    passengers  forecast");
    for (int i = 0; i < TEST_MONTHS; i++) {
      int month = passengers.length - TEST_MONTHS + i;
      double yearBefore = passengers[month - Passengers.MONTHS_A_YEAR];
      double forecast = yearBefore * Math.exp(growth.getFloat(i, 0) / 10);
      System.out.printf(
          Locale.ROOT, "%s  %10.0f  %8.0f%n", Passengers.month(month), passengers[month], forecast);
      error += Math.abs(forecast / passengers[month] - 1);
      naiveError += Math.abs(yearBefore / passengers[month] - 1);
    }
    Result result = new Result(100 * error / TEST_MONTHS, 100 * naiveError / TEST_MONTHS);
    System.out.printf(
        Locale.ROOT,
        "%nforecasts are off by %.1f %%; the same month a year before by %.1f %%%n",
        result.error(),
        result.naiveError());
    return result;
  }
}
