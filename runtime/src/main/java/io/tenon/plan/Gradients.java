package io.tenon.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The gradients of all trainable weights, laid out as these are. */
public final class Gradients implements AutoCloseable {
  private final Parameters parameters;
  private final FloatArray values;
  private final Map<String, TouchedRows> touched = new LinkedHashMap<>();

  private Gradients(Parameters parameters) {
    this.parameters = parameters;
    this.values = new FloatArray(parameters.trainableLength());
  }

  /** Gradients for these parameters, all 0. */
  public static Gradients of(Parameters parameters) {
    return new Gradients(parameters);
  }

  /** The gradient of a weight, without copying. */
  public INDArray gradient(String layer, String name) {
    INDArray weight = parameters.weight(layer, name);
    return values.view(parameters.offset(layer, name), weight.shape());
  }

  Pointer pointer(String layer, String name) {
    return values.pointer(parameters.offset(layer, name));
  }

  /** The rows of a weight's gradient that are not 0, known where one kernel alone writes them. */
  TouchedRows touchedRows(String layer, String name) {
    return touched.computeIfAbsent(
        layer + "/" + name,
        key -> {
          long[] shape = parameters.weight(layer, name).shape();
          return new TouchedRows(
              parameters.offset(layer, name), Math.toIntExact(shape[0]), (int) shape[1]);
        });
  }

  /** The same of all weights of which they are known, as far as plans have been made. */
  public Collection<TouchedRows> touchedRows() {
    return Collections.unmodifiableCollection(touched.values());
  }

  /** The address of the flat buffer. */
  public Pointer pointer() {
    return values.pointer();
  }

  @Override
  public void close() {
    values.close();
  }
}
