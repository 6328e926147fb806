package io.tenon.file;

import io.tenon.hdf5.HdfDataset;
import io.tenon.layer.GRU;
import io.tenon.layer.LSTM;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.RecurrentSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weights of Keras 2's {@code CuDNNLSTM} and {@code CuDNNGRU} as those of {@code LSTM} and
 * {@code GRU}: gate by gate the kernels are turned around, and there are two biases that belong
 * together.
 *
 * @param weights kernel, recurrent kernel and bias
 * @param values the arrays for these
 */
record CudnnWeights(RecurrentSpec spec, List<KerasLayer.Weight> weights, List<HdfDataset> values) {
  /** The weights of a layer, if a layer of cuDNN's wrote them. */
  static @Nullable CudnnWeights of(
      KerasLayer layer, List<KerasLayer.Weight> weights, List<HdfDataset> values) {
    LayerSpec spec = layer.node() == null ? null : layer.node().spec();
    if (!(spec instanceof RecurrentSpec recurrent) || weights.size() != 3) {
      return null;
    }
    long biases = 2L * recurrent.gates() * recurrent.units();
    boolean twice = values.get(2).shape().equals(List.of(biases));
    boolean fits =
        weights.get(0).shape().equals(values.get(0).shape())
            && weights.get(1).shape().equals(values.get(1).shape());
    boolean known = spec instanceof LSTM.Spec || spec instanceof GRU.Spec gru && gru.resetAfter();
    return twice && fits && known ? new CudnnWeights(recurrent, weights, values) : null;
  }

  void put(WeightUpdate update) {
    float[] bias = values.get(2).floats();
    update.put(weights.get(0), input(values.get(0).floats()));
    update.put(weights.get(1), recurrent(values.get(1).floats()));
    update.put(weights.get(2), spec instanceof GRU.Spec ? bias : sum(bias));
  }

  /** Each gate's (features, units) was written as (units, features). */
  private float[] input(float[] kernel) {
    int units = spec.units();
    int width = spec.gates() * units;
    int features = kernel.length / width;
    float[] result = new float[kernel.length];
    for (int gate = 0; gate < spec.gates(); gate++) {
      for (int i = 0; i < features * units; i++) {
        float value = kernel[i / units * width + gate * units + i % units];
        result[i % features * width + gate * units + i / features] = value;
      }
    }
    return result;
  }

  /** Each gate's square is turned. */
  private float[] recurrent(float[] kernel) {
    int units = spec.units();
    int width = spec.gates() * units;
    float[] result = new float[kernel.length];
    for (int row = 0; row < units; row++) {
      for (int column = 0; column < width; column++) {
        int gate = column / units * units;
        result[(column - gate) * width + gate + row] = kernel[row * width + column];
      }
    }
    return result;
  }

  private static float[] sum(float[] biases) {
    float[] result = new float[biases.length / 2];
    for (int i = 0; i < result.length; i++) {
      result[i] = biases[i] + biases[result.length + i];
    }
    return result;
  }
}
