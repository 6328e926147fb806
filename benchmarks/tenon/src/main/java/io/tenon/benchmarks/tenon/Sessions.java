package io.tenon.benchmarks.tenon;

import static io.tenon.optimizer.Optimizers.adam;
import static io.tenon.optimizer.Optimizers.rmsprop;

import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.Session;
import io.tenon.optimizer.Optimizer;

/** The typed models, each with what it is trained on. */
final class Sessions {
  private static final long SEED = 42;

  private Sessions() {}

  private static Optimizer adamFor(Purpose purpose) {
    return adam().withEpsilon(purpose.epsilon());
  }

  private static Optimizer rmspropFor(Purpose purpose) {
    return rmsprop().withEpsilon(purpose.epsilon());
  }

  static Session mlp(Arrays arrays, Purpose purpose) {
    MlpModel model = MlpModel.builder().optimizer(rmspropFor(purpose)).seed(SEED).build();
    MlpModel.Samples samples = MlpModel.samples().pixels(arrays.input(0)).digit(arrays.labels(0));
    return new TenonSession(
        model.network(),
        arrays,
        options -> model.fit(samples, options),
        inputs -> model.predict(inputs[0]));
  }

  static Session mlpWithoutDropout(Arrays arrays, Purpose purpose) {
    MlpWithoutDropoutModel model =
        MlpWithoutDropoutModel.builder().optimizer(rmspropFor(purpose)).seed(SEED).build();
    MlpWithoutDropoutModel.Samples samples =
        MlpWithoutDropoutModel.samples().pixels(arrays.input(0)).digit(arrays.labels(0));
    return new TenonSession(
        model.network(),
        arrays,
        options -> model.fit(samples, options),
        inputs -> model.predict(inputs[0]));
  }

  static Session cnn(Arrays arrays, Purpose purpose) {
    CnnModel model = CnnModel.builder().optimizer(adamFor(purpose)).seed(SEED).build();
    CnnModel.Samples samples = CnnModel.samples().picture(arrays.input(0)).digit(arrays.labels(0));
    return new TenonSession(
        model.network(),
        arrays,
        options -> model.fit(samples, options),
        inputs -> model.predict(inputs[0]));
  }

  static Session cnnWithoutDropout(Arrays arrays, Purpose purpose) {
    CnnWithoutDropoutModel model =
        CnnWithoutDropoutModel.builder().optimizer(adamFor(purpose)).seed(SEED).build();
    CnnWithoutDropoutModel.Samples samples =
        CnnWithoutDropoutModel.samples().picture(arrays.input(0)).digit(arrays.labels(0));
    return new TenonSession(
        model.network(),
        arrays,
        options -> model.fit(samples, options),
        inputs -> model.predict(inputs[0]));
  }

  static Session reviews(Arrays arrays, Purpose purpose) {
    ReviewsModel model = ReviewsModel.builder().optimizer(adamFor(purpose)).seed(SEED).build();
    ReviewsModel.Samples samples =
        ReviewsModel.samples().words(arrays.input(0)).opinion(arrays.labels(0));
    return new TenonSession(
        model.network(),
        arrays,
        options -> model.fit(samples, options),
        inputs -> model.predict(inputs[0]));
  }

  static Session news(Arrays arrays, Purpose purpose) {
    NewsModel model = NewsModel.builder().optimizer(rmspropFor(purpose)).seed(SEED).build();
    NewsModel.Samples samples =
        NewsModel.samples()
            .mainInput(arrays.input(0))
            .auxInput(arrays.input(1))
            .mainOutput(arrays.labels(0))
            .auxOutput(arrays.labels(1));
    return new TenonSession(
        model.network(),
        arrays,
        options -> model.fit(samples, options),
        inputs -> model.predict(inputs[0], inputs[1]).mainOutput());
  }

  static Session smallMlp(Arrays arrays, Purpose purpose) {
    SmallMlpModel model = SmallMlpModel.builder().optimizer(adamFor(purpose)).seed(SEED).build();
    SmallMlpModel.Samples samples =
        SmallMlpModel.samples().features(arrays.input(0)).answer(arrays.labels(0));
    return new TenonSession(
        model.network(),
        arrays,
        options -> model.fit(samples, options),
        inputs -> model.predict(inputs[0]));
  }
}
