package io.tenon.network;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.CATEGORICAL_CROSSENTROPY;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;
import static io.tenon.optimizer.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.dsl.Networks;
import io.tenon.dsl.VectorStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class NetworkSourceTest {
  private static VectorStage digit(int hidden) {
    return Networks.sequential("mnist")
        .vector("pixels", 784)
        .dense(hidden, dense -> dense.name("hidden"))
        .dense(10, dense -> dense.name("digit").activation(SOFTMAX));
  }

  @Test
  void printsTheInterfaceThatWouldDeclareIt() {
    try (Network network = digit(32).compile(adam(), SPARSE_CATEGORICAL_CROSSENTROPY)) {
      assertThat(network.toInterface("Mnist"))
          .isEqualTo(
              """
              import static io.tenon.ActivationFunction.SOFTMAX;
              import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

              import io.tenon.Input;
              import io.tenon.Output;
              import io.tenon.Sequential;
              import io.tenon.Vector;
              import io.tenon.layer.Dense;

              @Sequential
              interface Mnist {
                @Input("784")
                Vector pixels();

                @Dense(units = 32)
                Vector hidden();

                @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
                @Dense(units = 10, activation = SOFTMAX)
                Vector digit();
              }
              """);
    }
  }

  /** What the README shows side by side is one model. */
  @Test
  void printsWhatTheReadmeShowsBesideIt() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    String described =
        """
            Networks.sequential("Mnist")
                .image(28, 28, 1)
                .conv2D(32, 3, conv -> conv.activation(RELU))
                .maxPooling2D()
                .flatten()
                .dense(10, dense -> dense.activation(SOFTMAX))
                .compile(adam(), CATEGORICAL_CROSSENTROPY, ACCURACY);
        """;
    assertThat(readme).contains(described);
    try (Network network =
        Networks.sequential("Mnist")
            .image(28, 28, 1)
            .conv2D(32, 3, conv -> conv.activation(RELU))
            .maxPooling2D()
            .flatten()
            .dense(10, dense -> dense.activation(SOFTMAX))
            .compile(adam(), CATEGORICAL_CROSSENTROPY, ACCURACY)) {
      String declared = network.toInterface("Mnist");
      assertThat(readme).contains(declared.substring(declared.indexOf("@Sequential")));
    }
  }

  @Test
  void isTakenForAGraphThatComputesTheSame() {
    try (Network network = digit(32).compile(adam(), SPARSE_CATEGORICAL_CROSSENTROPY)) {
      assertThat(network.requireGraph(digit(32).graph())).isSameAs(network);
      assertThatThrownBy(() -> network.requireGraph(digit(64).graph()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              """
              mnist is not mnist:
                hidden: expected @Dense(units = 64) of pixels: 64,\
               found @Dense(units = 32) of pixels: 32
                digit: expected @Dense(units = 10, activation = SOFTMAX) of hidden: 10,\
               found @Dense(units = 10, activation = SOFTMAX) of hidden: 10""");
    }
  }
}
