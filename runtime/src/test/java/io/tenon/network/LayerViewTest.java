package io.tenon.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LayerViewTest {
  private final Network network = Network.builder(Graphs.points()).seed(1).build();

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void showsWhatTheLayerIs() {
    assertThat(network.layer("hidden")).hasToString("Dense(hidden, 16, 48 parameters)");
    assertThat(network.layer("hidden").weights()).hasSize(2);
    assertThat(network.layer("dropped").weights()).isEmpty();
  }

  @Test
  void weightsAreCopies() {
    network.layer("hidden").weight("kernel").assign(7);
    assertThat(network.layer("hidden").weight("kernel").getFloat(0, 0)).isNotEqualTo(7);
  }

  @Test
  void setWeightsChangesWhatIsPredicted() {
    INDArray before = network.predict(Nd4j.ones(DataType.FLOAT, 1, 2))[0];
    network
        .layer("side")
        .setWeights(Nd4j.zeros(DataType.FLOAT, 16, 2), Nd4j.createFromArray(3f, 3f));
    INDArray after = network.predict(Nd4j.ones(DataType.FLOAT, 1, 2))[0];
    assertThat(after).isNotEqualTo(before);
    assertThat(after.toFloatVector()).containsExactly(0.5f, 0.5f);
  }

  @Test
  void setWeightsRefusesOthersAndSetsNothing() {
    LayerView hidden = network.layer("hidden");
    INDArray kernel = hidden.weight("kernel");
    assertThatThrownBy(() -> hidden.setWeights(Nd4j.zeros(2, 16)))
        .hasMessage("Points.hidden takes kernel, bias, found 1 arrays");
    assertThatThrownBy(() -> hidden.setWeights(Nd4j.zeros(2, 16), Nd4j.zeros(3)))
        .hasMessage("Points.hidden: the bias has shape 16, found [3]");
    assertThat(hidden.weight("kernel")).isEqualTo(kernel);
  }

  @Test
  void anUnknownLayerSuggestsTheNearest() {
    assertThatThrownBy(() -> network.layer("hiden"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("Points has no tensor \"hiden\". Did you mean \"hidden\"?");
  }
}
