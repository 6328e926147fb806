package io.tenon.file;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import io.tenon.keras.CustomObjects;
import io.tenon.layer.Lambda;
import io.tenon.layer.LayerSpec;
import io.tenon.loss.LossFunction;
import io.tenon.metric.MetricSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a whole model is loaded, and what its file may name that is not of the language. What is not
 * registered here is refused with its name.
 *
 * <pre>{@code
 * Network.load(path, load -> load.loss("distance", distance).compile(true));
 * }</pre>
 */
public final class LoadOptions {
  private CustomObjects customObjects = CustomObjects.NONE;
  private final Map<String, LossFunction> losses = new LinkedHashMap<>();
  private final Map<String, MetricSpec> metrics = new LinkedHashMap<>();
  private boolean compile = true;

  /** Options with Keras's defaults. */
  public LoadOptions() {}

  /** Layers of one's own, and functions for Lambda layers, in place of those before. */
  public LoadOptions customObjects(CustomObjects objects) {
    this.customObjects = objects;
    return this;
  }

  /**
   * A layer of one's own, such as {@code load.layer("Highway", Highway.Spec.class)}.
   *
   * @param className its class in the file
   * @throws IllegalArgumentException if it is no record
   */
  public LoadOptions layer(String className, Class<? extends LayerSpec> spec) {
    this.customObjects = customObjects.withLayer(className, spec);
    return this;
  }

  /** An initializer of one's own, by its class in the file. */
  public LoadOptions initializer(String className, Initializer.Function initializer) {
    this.customObjects = customObjects.withInitializer(className, initializer);
    return this;
  }

  /** A regularizer of one's own, by its class in the file. */
  public LoadOptions regularizer(String className, Regularizer.Function regularizer) {
    this.customObjects = customObjects.withRegularizer(className, regularizer);
    return this;
  }

  /** A constraint of one's own, by its class in the file. */
  public LoadOptions constraint(String className, Constraint.Function constraint) {
    this.customObjects = customObjects.withConstraint(className, constraint);
    return this;
  }

  /** What a Lambda layer does, by the layer's name in the file. */
  public LoadOptions function(String layer, Lambda.Spec function) {
    this.customObjects = customObjects.withFunction(layer, function);
    return this;
  }

  /** A loss of one's own, by its name in the file. */
  public LoadOptions loss(String name, LossFunction loss) {
    losses.put(name, loss);
    return this;
  }

  /** A metric of one's own, by its name in the file. */
  public LoadOptions metric(String name, MetricSpec metric) {
    metrics.put(name, metric);
    return this;
  }

  /**
   * Whether the model takes the losses, metrics and optimizer that it was compiled with, and the
   * optimizer's memory. Default true; a model that is only to predict needs none.
   */
  public LoadOptions compile(boolean compile) {
    this.compile = compile;
    return this;
  }

  CustomObjects customObjects() {
    return customObjects;
  }

  Map<String, LossFunction> losses() {
    return losses;
  }

  Map<String, MetricSpec> metrics() {
    return metrics;
  }

  boolean compile() {
    return compile;
  }
}
