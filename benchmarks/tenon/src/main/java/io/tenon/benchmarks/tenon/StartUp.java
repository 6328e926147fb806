package io.tenon.benchmarks.tenon;

import io.tenon.benchmarks.FirstResult;
import java.nio.file.Path;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** What a program with one small model does first. */
public final class StartUp {
  private StartUp() {}

  /** Does what the first argument says. */
  public static void main(String... arguments) {
    switch (arguments[0]) {
      case "nothing" -> {}
      case "save" -> SmallMlpModel.builder().seed(42).build().save(Path.of(arguments[1]));
      case "load" -> predict(SmallMlpModel.load(Path.of(arguments[1])));
      case "predict" -> predict(SmallMlpModel.builder().seed(42).build());
      case "train" -> train(SmallMlpModel.builder().seed(42).build());
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    FirstResult.tell();
  }

  private static void predict(SmallMlpModel model) {
    model.predict(Nd4j.ones(DataType.FLOAT, 1, 20));
  }

  private static void train(SmallMlpModel model) {
    model.trainOnBatch(
        SmallMlpModel.samples()
            .features(Nd4j.ones(DataType.FLOAT, 32, 20))
            .answer(Nd4j.ones(DataType.FLOAT, 32, 1)));
  }
}
