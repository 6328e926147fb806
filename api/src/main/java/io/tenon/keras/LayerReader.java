package io.tenon.keras;

import io.tenon.layer.KerasKeys;
import io.tenon.layer.KerasKeys.Setting;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.WrapperSpec;
import io.tenon.problem.LayerException;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One layer's configuration as its {@link LayerSpec}: a component's value stands under its name in
 * snake case, and what a configuration lacks has the default of the annotation. So there is no list
 * of layers here.
 */
final class LayerReader {
  private final String name;
  private final String label;
  private final Source source;
  private final Config layer;
  private final Config arguments;
  private final int rank;

  /**
   * A reader of one layer.
   *
   * @param layer the layer as Keras wrote it
   * @param arguments what its call is given by name besides tensors
   * @param rank the number of axes that the layer reads, the batch axis left out
   */
  LayerReader(Source source, String name, Config layer, Config arguments, int rank) {
    this.name = name;
    this.label = "%s (%s)".formatted(name, KerasObject.className(layer));
    this.source = source;
    this.layer = CudnnForm.plain(layer);
    this.arguments = arguments;
    this.rank = rank;
  }

  /**
   * The layer.
   *
   * @throws KerasFormatException if Tenon does not have it, or a value does not fit
   */
  LayerSpec read() {
    LayerSpec spec = readOnly();
    check(layer.get(KerasObject.CONFIG), spec, List.of());
    return spec;
  }

  /** The layer, its keys not looked at yet: what is around it may have a say in them. */
  private LayerSpec readOnly() {
    if (KerasObject.className(layer).equals("Lambda")) {
      return source.custom().function(name).orElseThrow(this::lambda);
    }
    Class<?> type = new LayerTypes(source.custom()).find(layer, label);
    Class<?> annotation = type.getEnclosingClass();
    ComponentReader reader =
        new ComponentReader(label, annotation == null ? type : annotation, source, rank);
    List<Component> components = Component.of(type);
    Object[] values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(components.get(i), reader, i == 0);
    }
    return construct(type, components, values);
  }

  private KerasFormatException lambda() {
    return refusal(
        ("it is a Lambda, whose code is not run from a file: write the function in Java, and"
                + " register it under this name, Network.load(file, load -> load.function(\"%s\", ...))")
            .formatted(name));
  }

  private KerasFormatException refusal(String why) {
    return new KerasFormatException("%s: %s".formatted(label, why));
  }

  private Object value(Component component, ComponentReader reader, boolean first) {
    Config value = component.find(layer.get(KerasObject.CONFIG), arguments);
    if (component.isLayer()) {
      if (ModelReader.isModel(value)) {
        throw refusal("it runs a model at each step, which Tenon does not have: only a layer");
      }
      return within(value).readOnly();
    }
    return value.isNull() ? reader.missing(component, value, first) : reader.read(component, value);
  }

  private LayerReader within(Config wrapped) {
    return new LayerReader(source, name, wrapped, Config.of(Map.of()), rank - 1);
  }

  private LayerSpec construct(Class<?> type, List<Component> components, Object[] values) {
    Class<?>[] types = components.stream().map(Component::type).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (LayerSpec) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof LayerException refusal) {
        throw refusal(String.valueOf(refusal.getMessage()));
      }
      if (e.getCause() instanceof ArithmeticException) {
        throw refusal("its numbers are too large");
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Refuses keys with values that make it another layer than Tenon's. */
  private void check(Config config, LayerSpec spec, List<Setting> instead) {
    KerasKeys keys = spec.kerasKeys();
    for (Setting key : keys.config()) {
      Setting decisive =
          instead.stream().filter(other -> other.name().equals(key.name())).findFirst().orElse(key);
      Config found = config.get(key.name());
      if (decisive.fixed() && !found.isNull() && !found.same(decisive.value())) {
        throw refusal(
            "%s is %s, and Tenon has only %s"
                .formatted(key.name(), found, Config.of(decisive.value())));
      }
    }
    if (spec instanceof WrapperSpec wrapper) {
      Config inner = config.get("layer");
      check(inner.get(KerasObject.CONFIG), wrapper.layer(), keys.wrapped());
      keys.mirror().ifPresent(mirror -> checkMirror(config, mirror, wrapper));
    }
  }

  private void checkMirror(Config config, KerasKeys.Mirror mirror, WrapperSpec wrapper) {
    Config second = config.get(mirror.name());
    if (second.isNull()) {
      return;
    }
    Map<String, @Nullable Object> turned = new LinkedHashMap<>();
    Config secondConfig = second.get(KerasObject.CONFIG);
    secondConfig.entries().forEach((key, value) -> turned.put(key, value.value()));
    turned.put(mirror.flag(), !secondConfig.get(mirror.flag()).truth(false));
    wrapper.kerasKeys().wrapped().forEach(key -> turned.remove(key.name()));
    Map<String, @Nullable Object> object =
        KerasObject.of("keras.layers", KerasObject.className(second), turned);
    if (!within(Config.of(object)).readOnly().equals(wrapper.layer())) {
      throw refusal(
          "%s is another layer than the first turned round, and Tenon has only that"
              .formatted(mirror.name()));
    }
  }
}
