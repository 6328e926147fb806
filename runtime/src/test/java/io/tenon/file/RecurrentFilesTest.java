package io.tenon.file;

import static io.tenon.dsl.Layers.add;
import static io.tenon.dsl.Layers.bidirectional;
import static io.tenon.dsl.Layers.convLSTM2D;
import static io.tenon.dsl.Layers.lstm;
import static io.tenon.dsl.Layers.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.Padding;
import io.tenon.dsl.Layers;
import io.tenon.dsl.Networks;
import io.tenon.graph.Graph;
import io.tenon.graph.GraphBuilder;
import io.tenon.keras.KerasFormatException;
import io.tenon.network.Network;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Recurrent layers with states in Keras's files. */
final class RecurrentFilesTest {
  @TempDir private Path folder;

  /** An encoder of films whose states another layer begins with. */
  private static Graph films() {
    return Graph.builder("Films")
        .input("film", "3 4 4 1")
        .input("next", "2 4 4 1")
        .layer(
            "encoded",
            convLSTM2D(2, 3).padding(Padding.SAME).returnState(true).recurrentDropout(0.2),
            "film")
        .layer("hidden", state(), "encoded")
        .layer("memory", state().index(1), "encoded")
        .layer(
            "decoded",
            convLSTM2D(2, 3).padding(Padding.SAME).dropout(0.1).zeroOutputForMask(true),
            "next",
            "hidden",
            "memory")
        .layer("y", add(), "decoded", "memory")
        .output("y")
        .build();
  }

  @Test
  void statesOfFramesAreCallsOfKeras() {
    String json = KerasJson.write(films());

    assertThat(json)
        .contains("\"return_state\":true", "\"recurrent_dropout\":0.2", "\"dropout\":0.1")
        .contains("\"zero_output_for_mask\":true", "\"stateful\":false");
    Graph read = KerasJson.parse(json);
    assertThat(KerasJson.write(read)).isEqualTo(json);
    assertThat(read.node("decoded").spec()).isEqualTo(films().node("decoded").spec());
  }

  @Test
  void aLoadedModelPredictsTheSame() {
    Path file = folder.resolve("films.keras");
    INDArray film = Nd4j.rand(DataType.FLOAT, 2, 3, 4, 4, 1);
    INDArray next = Nd4j.rand(DataType.FLOAT, 2, 2, 4, 4, 1);
    try (Network network = Network.builder(films()).seed(1).build()) {
      network.save(file);
      try (Network loaded = Network.load(file)) {
        assertThat(loaded.predict(film, next)[0]).isEqualTo(network.predict(film, next)[0]);
      }
    }
  }

  /** An encoder that reads both ways, and a decoder that begins with its four states. */
  private static Graph speech() {
    GraphBuilder builder =
        Graph.builder("Speech")
            .input("heard", "5 3")
            .input("said", "2 3")
            .layer("encoded", bidirectional(lstm(2).returnState(true)), "heard");
    String[] reads = {"said", "s0", "s1", "s2", "s3"};
    for (int i = 0; i < 4; i++) {
      builder.layer(reads[i + 1], state().index(i), "encoded");
    }
    return builder
        .layer("decoded", bidirectional(lstm(2)), reads)
        .layer("y", add(), "decoded", "encoded")
        .output("y")
        .build();
  }

  @Test
  void statesOfBothDirectionsAreCallsOfKeras() {
    String json = KerasJson.write(speech());

    assertThat(json)
        .contains("\"initial_state\":[{")
        .contains("\"keras_history\":[\"encoded\",0,4]")
        .contains("\"return_state\":true");
    Graph read = KerasJson.parse(json);
    assertThat(KerasJson.write(read)).isEqualTo(json);
    INDArray heard = Nd4j.rand(DataType.FLOAT, 2, 5, 3);
    INDArray said = Nd4j.rand(DataType.FLOAT, 2, 2, 3);
    Path file = folder.resolve("speech.keras");
    try (Network network = Network.builder(speech()).seed(1).build()) {
      network.save(file);
      try (Network loaded = Network.load(file)) {
        assertThat(loaded.predict(heard, said)[0]).isEqualTo(network.predict(heard, said)[0]);
      }
    }
  }

  private static Graph goesOn() {
    return Networks.sequential("GoesOn")
        .batchSize(4)
        .series(3, 2)
        .timeDistributed(Layers.dense(2))
        .lstm(2, lstm -> lstm.stateful(true))
        .graph();
  }

  @Test
  void theSizeOfBatchesIsThatOfKeras() {
    String json = KerasJson.write(goesOn());

    assertThat(json).contains("\"batch_shape\":[4,3,2]", "\"input_shape\":[4,3,2]");
    assertThat(json).doesNotContain("[null,3,2]");
    assertThat(KerasJson.parse(json).batchSize()).hasValue(4);
    assertThat(KerasJson.write(KerasJson.parse(json))).isEqualTo(json);
    assertThat(KerasJson.parse(json.replace("batch_shape", "batch_input_shape")).batchSize())
        .hasValue(4);
  }

  /** Keras tells no model without stateful layers how many samples to predict at once. */
  @Test
  void withoutStatefulLayersBatchesHaveAnySize() {
    String json = KerasJson.write(goesOn()).replace("\"stateful\":true", "\"stateful\":false");

    assertThat(KerasJson.parse(json).batchSize()).isEmpty();
  }

  @Test
  void statefulLayersWithoutTheSizeOfBatchesAreRefused() {
    String json = KerasJson.write(goesOn());

    assertThatThrownBy(() -> KerasJson.parse(json.replace("[4,", "[null,")))
        .isInstanceOf(KerasFormatException.class)
        .hasMessageContaining(
            "GoesOn.lstm: @LSTM is stateful, and no input tells how many samples each batch");
    assertThatThrownBy(() -> KerasJson.parse(json.replace("[4,", "[0,")))
        .isInstanceOf(KerasFormatException.class)
        .hasMessage("series has batches of 0; their size is 1 or more");
  }
}
