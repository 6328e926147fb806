package io.tenon.loss;

import io.tenon.ActivationFunction;
import io.tenon.Loss;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.OptionalInt;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A loss at the end of a plan: reads an output and its labels, and gives the output's gradient. */
public final class LossKernel {
  private final LossFunction function;
  private final @Nullable FusedLoss fused;
  private final double weight;
  private final OptionalInt ignored;
  private final int rows;
  private final double divisor;
  private final int width;
  private final FloatBuffer output;
  private final @Nullable FloatBuffer floatLabels;
  private final @Nullable IntBuffer classLabels;
  private final @Nullable FloatBuffer gradient;
  private final @Nullable FloatBuffer sampleWeights;
  private final @Nullable FloatBuffer mask;
  private float maskScale = 1;

  /** Heap copies: loops over these are vectorized, loops over native memory are not. */
  private final float[] predictions;

  private final float[] labels;
  private final float[] gradients;
  private final double[] losses;
  private double value;

  /**
   * A loss with Keras's defaults and without sample weights.
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
    this(Losses.of(loss), output, label, null, null, gradient, weight, fused);
  }

  /** A loss without a mask. */
  public LossKernel(
      LossFunction loss,
      INDArray output,
      INDArray label,
      @Nullable INDArray sampleWeights,
      @Nullable memory gradient,
      double weight,
      boolean fused) {
    this(loss, output, label, sampleWeights, null, gradient, weight, fused);
  }

  /**
   * A loss.
   *
   * @param output (batch, ..., width)
   * @param label the same, or class numbers (batch, ...)
   * @param sampleWeights how much each sample counts: (batch), or one for each row (batch, ...);
   *     none for all alike
   * @param mask which rows count, (batch, time) of 0 and 1; none if all do
   * @param gradient where the gradient goes; none in a plan whose weights do not lead here
   * @param weight of this loss in the sum over all outputs
   * @param fused whether to give the gradient before the output's activation, where {@link
   *     #fuses(LossFunction, ActivationFunction)}
   */
  public LossKernel(
      LossFunction loss,
      INDArray output,
      INDArray label,
      @Nullable INDArray sampleWeights,
      @Nullable INDArray mask,
      @Nullable memory gradient,
      double weight,
      boolean fused) {
    this.function = loss;
    this.ignored = loss.ignoredClass();
    this.fused = fused && loss instanceof FusedLoss simple ? simple : null;
    this.weight = weight;
    this.width = (int) output.size(-1);
    this.rows = (int) (output.length() / width);
    this.divisor = loss.reduction() == Reduction.SUM ? 1 : rows;
    this.output = floats(output.data().addressPointer(), output.length());
    this.floatLabels =
        loss.isSparse() ? null : floats(label.data().addressPointer(), label.length());
    this.classLabels =
        loss.isSparse()
            ? new IntPointer(label.data().addressPointer()).capacity(label.length()).asBuffer()
            : null;
    this.sampleWeights =
        sampleWeights == null
            ? null
            : floats(sampleWeights.data().addressPointer(), sampleWeights.length());
    this.mask = mask == null ? null : floats(mask.data().addressPointer(), mask.length());
    this.gradient = gradient == null ? null : floats(gradient.get_data_handle(), output.length());
    this.predictions = new float[rows * width];
    this.labels = new float[rows * width];
    this.gradients = new float[rows * width];
    this.losses = new double[rows];
  }

  /** Whether a loss and an output's activation have a simple gradient together. */
  public static boolean fuses(LossFunction loss, ActivationFunction activation) {
    return loss instanceof FusedLoss simple && simple.fusesWith(activation);
  }

  private static FloatBuffer floats(Pointer address, long length) {
    return new FloatPointer(address).capacity(length).asBuffer();
  }

  /** The mean or sum over the rows, at the last evaluation, each weighted as its sample. */
  public double value() {
    return value;
  }

  /** Evaluates the loss, and its gradient if there is one to give; returns it weighted. */
  public double evaluate(boolean withGradient) {
    output.get(0, predictions);
    readLabels();
    scaleMask();
    Arrays.fill(losses, 0);
    function.evaluate(predictions, labels, losses, gradients, rows, width);
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += sampleWeight(row) * losses[row];
    }
    value = sum / divisor;
    if (withGradient && gradient != null) {
      if (fused != null) {
        fused.gradientBeforeActivation(predictions, labels, gradients, rows, width);
      }
      scaleGradients();
      gradient.put(0, gradients);
    }
    return weight * value;
  }

  private void scaleGradients() {
    for (int row = 0; row < rows; row++) {
      float scale = (float) (sampleWeight(row) * weight / divisor);
      for (int i = row * width; i < (row + 1) * width; i++) {
        gradients[i] *= scale;
      }
    }
  }

  /** Rows that count are weighted so that their mean is that of all, as in Keras. */
  private void scaleMask() {
    if ((mask != null || ignored.isPresent()) && function.reduction() != Reduction.SUM) {
      double counting = 0;
      for (int row = 0; row < rows; row++) {
        counting += counts(row);
      }
      maskScale = (float) (rows / Math.max(counting, 1));
    }
  }

  /** A sample's weight is that of all its rows; a row that does not count has none. */
  private float sampleWeight(int row) {
    float sample =
        sampleWeights == null
            ? 1
            : sampleWeights.get((int) ((long) row * sampleWeights.capacity() / rows));
    return sample * maskScale * counts(row);
  }

  /** 1, but 0 for a row that a mask leaves out or whose class is to be ignored. */
  private float counts(int row) {
    if (isIgnored(row)) {
      return 0;
    }
    return mask == null ? 1 : mask.get((int) ((long) row * mask.capacity() / rows));
  }

  private boolean isIgnored(int row) {
    return ignored.isPresent() && classLabels != null && classLabels.get(row) == ignored.getAsInt();
  }

  private void readLabels() {
    if (floatLabels != null) {
      floatLabels.get(0, labels);
    } else if (classLabels != null) {
      Arrays.fill(labels, 0);
      for (int row = 0; row < rows; row++) {
        if (!isIgnored(row)) {
          labels[row * width + classLabels.get(row)] = 1;
        }
      }
    }
  }
}
