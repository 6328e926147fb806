package io.tenon.keras;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import io.tenon.layer.Lambda;
import io.tenon.layer.LayerSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What files may name besides the layers of the language: nothing, unless it is registered here.
 * Immutable.
 *
 * <pre>{@code
 * CustomObjects.NONE
 *     .withLayer("Highway", Highway.Spec.class)
 *     .withFunction("distance", new Lambda.Spec("1", distance))
 * }</pre>
 */
public final class CustomObjects {
  /** Nothing. */
  public static final CustomObjects NONE = new CustomObjects(Map.of(), Map.of(), Map.of());

  private final Map<String, Class<? extends LayerSpec>> layers;
  private final Map<String, Lambda.Spec> functions;
  private final Map<Key, Object> ofWeights;

  private CustomObjects(
      Map<String, Class<? extends LayerSpec>> layers,
      Map<String, Lambda.Spec> functions,
      Map<Key, Object> ofWeights) {
    this.layers = layers;
    this.functions = functions;
    this.ofWeights = ofWeights;
  }

  /** What weights have: an initializer, a regularizer or a constraint, by its class in the file. */
  private record Key(Class<?> kind, String className) {}

  /**
   * With a layer of one's own.
   *
   * @param className its class in the file, such as {@code Highway} or {@code package>Highway}
   * @param spec a record, whose components stand in the configuration under their names in snake
   *     case
   */
  public CustomObjects withLayer(String className, Class<? extends LayerSpec> spec) {
    if (!spec.isRecord()) {
      throw new IllegalArgumentException(
          "the layer %s needs a record, found %s".formatted(className, spec.getName()));
    }
    Map<String, Class<? extends LayerSpec>> more = new LinkedHashMap<>(layers);
    more.put(className, spec);
    return new CustomObjects(more, functions, ofWeights);
  }

  /**
   * With what a Lambda layer does.
   *
   * @param layer the layer's name in the file
   */
  public CustomObjects withFunction(String layer, Lambda.Spec function) {
    Map<String, Lambda.Spec> more = new LinkedHashMap<>(functions);
    more.put(layer, function);
    return new CustomObjects(layers, more, ofWeights);
  }

  /**
   * With an initializer of one's own.
   *
   * @param className its class in the file, such as {@code Ramp}
   */
  public CustomObjects withInitializer(String className, Initializer.Function initializer) {
    return with(Initializer.Function.class, className, initializer);
  }

  /** With a regularizer of one's own, by its class in the file. */
  public CustomObjects withRegularizer(String className, Regularizer.Function regularizer) {
    return with(Regularizer.Function.class, className, regularizer);
  }

  /** With a constraint of one's own, by its class in the file. */
  public CustomObjects withConstraint(String className, Constraint.Function constraint) {
    return with(Constraint.Function.class, className, constraint);
  }

  private CustomObjects with(Class<?> kind, String className, Object object) {
    Map<Key, Object> more = new LinkedHashMap<>(ofWeights);
    more.put(new Key(kind, className), object);
    return new CustomObjects(layers, functions, more);
  }

  /** What was registered of a kind under a name. */
  <T> Optional<T> ofWeights(Class<T> kind, String className) {
    return Optional.ofNullable(ofWeights.get(new Key(kind, className))).map(kind::cast);
  }

  Optional<Class<? extends LayerSpec>> layer(String className) {
    return Optional.ofNullable(layers.get(className));
  }

  Optional<Lambda.Spec> function(String layer) {
    return Optional.ofNullable(functions.get(layer));
  }
}
