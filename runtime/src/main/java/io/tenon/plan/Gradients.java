package io.tenon.plan;

import io.tenon.layer.WeightSpec;
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
  private final Map<Long, TouchedRows> touched = new LinkedHashMap<>();

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
  TouchedRows touchedRows(String layer, String name, WeightSpec spec) {
    int rows = Math.toIntExact(spec.shape().sizes()[0]);
    return touched.computeIfAbsent(
        parameters.offset(layer, name),
        offset -> new TouchedRows(offset, rows, Math.toIntExact(spec.size() / rows)));
  }

  /** The weights of whose gradients it is known which rows are not 0; more as plans are made. */
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
