package io.tenon.optimizer;

import io.tenon.onednn.OneDnn;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Weights, gradients and what an updater remembers, each as one flat memory. */
final class FlatBuffers implements AutoCloseable {
  private final long length;
  private final memory weights;
  private final memory gradients;
  private final List<INDArray> arrays = new ArrayList<>();

  FlatBuffers(Parameters parameters, Gradients gradients) {
    this.length = Math.max(1, parameters.trainableLength());
    this.weights = OneDnn.at(OneDnn.rows(length), parameters.pointer());
    this.gradients = OneDnn.at(OneDnn.rows(length), gradients.pointer());
  }

  memory weights() {
    return weights;
  }

  memory gradients() {
    return gradients;
  }

  /** A buffer as long as the weights, all 0. */
  memory state() {
    return memory(length);
  }

  /** A single number that may change between runs. */
  Scalar scalar(float value) {
    memory memory = memory(1);
    Scalar scalar = new Scalar(memory, new FloatPointer(memory.get_data_handle()));
    scalar.set(value);
    return scalar;
  }

  private memory memory(long count) {
    INDArray array = Nd4j.create(DataType.FLOAT, count);
    arrays.add(array);
    return OneDnn.at(OneDnn.rows(count), array.data().addressPointer());
  }

  /** A number in memory. */
  record Scalar(memory memory, FloatPointer pointer) {
    void set(float value) {
      pointer.put(value);
    }
  }

  @Override
  public void close() {
    arrays.forEach(INDArray::close);
  }
}
