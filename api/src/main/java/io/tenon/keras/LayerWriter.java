package io.tenon.keras;

import io.tenon.DataType;
import io.tenon.layer.InputLayer;
import io.tenon.layer.KerasKeys;
import io.tenon.layer.KerasKeys.Setting;
import io.tenon.layer.Lambda;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.WrapperSpec;
import io.tenon.shape.TensorType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A layer as Keras writes it down: what {@link LayerReader} reads. */
final class LayerWriter {
  private static final String MODULE = "keras.layers";
  private static final String OPERATIONS = "keras.src.ops.nn";

  private LayerWriter() {}

  /**
   * A layer with its configuration.
   *
   * @param inputs the types of what it reads
   * @param batchSize the number of samples in every batch; 0 for any
   */
  static Map<String, @Nullable Object> object(
      LayerSpec spec, String name, boolean trainable, List<TensorType> inputs, int batchSize) {
    Map<String, @Nullable Object> config = config(spec, name, trainable, rank(inputs), List.of());
    if (spec instanceof WrapperSpec wrapper) {
      List<TensorType> within = wrapper.wrapped(inputs);
      wrap(
          wrapper,
          trainable,
          rank(within),
          BuildConfig.of(wrapper.layer(), within, batchSize),
          config);
    }
    if (spec.kerasKeys().isOperation()) {
      Map<String, @Nullable Object> operation =
          KerasObject.of(OPERATIONS, spec.className(), config);
      operation.put("registered_name", spec.className());
      return operation;
    }
    boolean isOfKeras = spec.getClass().getPackage() == LayerSpec.class.getPackage();
    Map<String, @Nullable Object> object = KerasObject.of(MODULE, spec.className(), config);
    if (!isOfKeras) {
      object.put("module", null);
      object.put("registered_name", spec.className());
    }
    object.put("build_config", BuildConfig.of(spec, inputs, batchSize));
    return object;
  }

  /** The number of axes of what a layer reads first. */
  private static int rank(List<TensorType> inputs) {
    return inputs.isEmpty() ? 0 : inputs.get(0).shape().rank();
  }

  /** A layer's configuration but for what it wraps. */
  private static Map<String, @Nullable Object> config(
      LayerSpec spec, String name, boolean trainable, int rank, List<Setting> instead) {
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    config.put("name", name);
    if (spec.kerasKeys().tellsTrainable()) {
      config.put("trainable", trainable);
    }
    if (!spec.kerasKeys().isOperation()) {
      config.put("dtype", DataType.FLOAT32.kerasName());
    }
    if (spec instanceof Lambda.Spec lambda) {
      LambdaConfig.write(lambda, name, config);
      return config;
    }
    for (Component component : Component.of(spec.getClass())) {
      if (!component.isLayer() && !component.isArgument()) {
        ComponentWriter.write(component, component.value(spec), rank, config);
      }
    }
    spec.kerasKeys().config().stream()
        .filter(Setting::written)
        .forEach(key -> config.put(key.name(), key.value()));
    instead.forEach(key -> config.replace(key.name(), key.value()));
    return config;
  }

  private static void wrap(
      WrapperSpec wrapper,
      boolean trainable,
      int rank,
      Map<String, @Nullable Object> build,
      Map<String, @Nullable Object> config) {
    LayerSpec inner = wrapper.layer();
    KerasKeys keys = wrapper.kerasKeys();
    String plain = KerasNames.snakeCase(inner.className());
    String name = keys.mirror().isPresent() ? "forward_" + plain : plain;
    config.put(
        "layer", inner(wrapper, config(inner, name, trainable, rank, keys.wrapped()), build));
    keys.mirror()
        .ifPresent(
            mirror -> {
              Map<String, @Nullable Object> turned =
                  config(inner, "backward_" + plain, trainable, rank, keys.wrapped());
              turned.put(mirror.flag(), !Boolean.TRUE.equals(turned.get(mirror.flag())));
              config.put(mirror.name(), inner(wrapper, turned, build));
            });
  }

  private static Map<String, @Nullable Object> inner(
      WrapperSpec wrapper,
      Map<String, @Nullable Object> config,
      Map<String, @Nullable Object> build) {
    Map<String, @Nullable Object> object =
        KerasObject.of(MODULE, wrapper.layer().className(), config);
    object.put("build_config", build);
    return object;
  }

  /** Where a model begins. */
  static Map<String, @Nullable Object> input(String name, InputLayer input) {
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    config.put("batch_shape", BuildConfig.shape(input.type(), input.batchSize()));
    config.put("dtype", input.type().dataType().kerasName());
    config.put("sparse", false);
    config.put("name", name);
    return KerasObject.of(MODULE, "InputLayer", config);
  }
}
