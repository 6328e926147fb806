package io.tenon.examples.own;

import static io.tenon.optimizer.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tenon.dsl.Layers;
import io.tenon.kernel.SameDiffFunction;
import io.tenon.layer.Lambda;
import io.tenon.network.Network;
import io.tenon.training.History;
import io.tenon.training.Verbosity;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Functions of one's own all the way: an initializer, a regularizer, a constraint, a Lambda. */
final class OwnFunctionsTest {
  private static final INDArray PLACES =
      Nd4j.create(new float[] {0, 1, 1, 0, 1, 1, 2, 1, -1, 2, 0, -2}, 6, 2);
  private static final INDArray HEIGHTS =
      Nd4j.create(new float[] {2, 0.5f, 2.5f, 4, 8.5f, 8}, 6, 1);

  private static final SameDiffFunction SQUARE = places -> places[0].mul(places[0]);
  private static final Lambda.Spec SQUARES = Layers.lambda(SQUARE).get();

  private static History fit(BowlModel model, int epochs) {
    return model.fit(
        BowlModel.samples().place(PLACES).height(HEIGHTS),
        fit -> fit.epochs(epochs).shuffle(false).batchSize(3).verbose(Verbosity.SILENT));
  }

  private static float[] kernel(BowlModel model) {
    return model.height().weights().get(0).dup('c').data().asFloat();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bowl.keras", "bowl.h5"})
  void trainSaveLoadAndGoOn(String name, @TempDir Path folder) {
    Path file = folder.resolve(name);
    try (BowlModel model = BowlModel.builder().optimizer(sgd(0.02)).seed(1).build()) {
      assertThat(kernel(model)).containsExactly(1, 0.5f);
      assertThat(model.evaluate(BowlModel.samples().place(PLACES).height(HEIGHTS)).loss())
          .as("with the penalty, 0.01 * (1 + 1 / 16)")
          .isCloseTo(meanSquares(model) + 0.010625, within(1e-5));
      fit(model, 100);
      assertThat(kernel(model)[1]).as("but for the constraint nearly 2").isEqualTo(1);
      model.save(file);

      try (BowlModel again = BowlModel.load(file)) {
        assertThat(again.predict(PLACES)).isEqualTo(model.predict(PLACES));
        assertThat(fit(again, 3).values("loss")).isEqualTo(fit(model, 3).values("loss"));
        assertThat(kernel(again)).isEqualTo(kernel(model));
      }
      assertThatThrownBy(() -> Network.load(file))
          .hasMessageContaining("squares (Lambda): it is a Lambda, whose code is not run");
      assertThatThrownBy(() -> Network.load(file, load -> load.function("squares", SQUARES)))
          .hasMessageContaining("height (Dense): Tenon has no initializer called \"Halving\"")
          .hasMessageContaining("load.initializer(\"Halving\", ...)");
      try (Network any =
          Network.load(
              file,
              load ->
                  load.function("squares", SQUARES)
                      .initializer("Halving", new Halving())
                      .regularizer("FourthPowers", new FourthPowers())
                      .constraint("AtMostOne", new AtMostOne()))) {
        assertThat(any.predict(PLACES)[0]).isEqualTo(BowlModel.load(file).predict(PLACES));
      }
    }
  }

  private static double meanSquares(BowlModel model) {
    INDArray off = model.predict(PLACES).sub(HEIGHTS);
    return off.mul(off).meanNumber().doubleValue();
  }
}
