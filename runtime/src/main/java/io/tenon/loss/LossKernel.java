package io.tenon.loss;

import io.tenon.Loss;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A loss at the end of a plan: reads an output and its labels, and gives the output's gradient. */
public final class LossKernel {
  private final LossFunction function;
  private final boolean sparse;
  private final boolean fused;
  private final float scale;
  private final double weight;
  private final int rows;
  private final int width;
  private final FloatBuffer output;
  private final @Nullable FloatBuffer floatLabels;
  private final @Nullable IntBuffer classLabels;
  private final @Nullable FloatBuffer gradient;

  /** Heap copies: loops over these are vectorized, loops over native memory are not. */
  private final float[] predictions;

  private final float[] labels;
  private final float[] gradients;
  private double value;

  /**
   * A loss.
   *
   * @param output (batch, ..., width)
   * @param label the same, or class numbers (batch, ...)
   * @param gradient where the gradient goes; none in a plan whose weights do not lead here
   * @param weight of this loss in the sum over all outputs
   * @param fused whether to give the gradient before the output's softmax or sigmoid
   */
  public LossKernel(
      Loss loss,
      INDArray output,
      INDArray label,
      @Nullable memory gradient,
      double weight,
      boolean fused) {
    this.function = LossFunctions.of(loss);
    this.sparse = loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
    this.fused = fused;
    this.weight = weight;
    this.width = (int) output.size(-1);
    this.rows = (int) (output.length() / width);
    boolean meanOfRow = loss == Loss.BINARY_CROSSENTROPY;
    this.scale = (float) (weight / rows / (fused && meanOfRow ? width : 1));
    this.output = floats(output.data().addressPointer(), output.length());
    this.floatLabels = sparse ? null : floats(label.data().addressPointer(), label.length());
    this.classLabels =
        sparse
            ? new IntPointer(label.data().addressPointer()).capacity(label.length()).asBuffer()
            : null;
    this.gradient = gradient == null ? null : floats(gradient.get_data_handle(), output.length());
    this.predictions = new float[rows * width];
    this.labels = new float[rows * width];
    this.gradients = new float[rows * width];
  }

  private static FloatBuffer floats(Pointer address, long length) {
    return new FloatPointer(address).capacity(length).asBuffer();
  }

  /** The mean over the rows, at the last evaluation, not weighted. */
  public double value() {
    return value;
  }

  /** Evaluates the loss, and its gradient if there is one to give; returns it weighted. */
  public double evaluate(boolean withGradient) {
    output.get(0, predictions);
    readLabels();
    value = function.evaluate(predictions, labels, gradients, rows, width) / rows;
    if (withGradient && gradient != null) {
      for (int i = 0; i < gradients.length; i++) {
        gradients[i] = scale * (fused ? predictions[i] - labels[i] : gradients[i]);
      }
      gradient.put(0, gradients);
    }
    return weight * value;
  }

  private void readLabels() {
    if (floatLabels != null) {
      floatLabels.get(0, labels);
    } else if (classLabels != null) {
      Arrays.fill(labels, 0);
      for (int row = 0; row < rows; row++) {
        labels[row * width + classLabels.get(row)] = 1;
      }
    }
  }
}
