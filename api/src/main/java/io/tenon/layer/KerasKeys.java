package io.tenon.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Keras's configuration of a layer holds besides the components of its {@link LayerSpec}, and
 * what its calls are given besides what the layer reads. Immutable.
 */
public final class KerasKeys {
  /** Nothing more. */
  public static final KerasKeys NONE =
      new KerasKeys(List.of(), List.of(), List.of(), List.of(), 1, false, false, null);

  /** What Keras has as an operation and not as a layer, with its name and parameters alone. */
  public static final KerasKeys OPERATION =
      new KerasKeys(List.of(), List.of(), List.of(), List.of(), 1, true, true, null);

  /** Channels last, as throughout Tenon. */
  public static final KerasKeys CHANNELS_LAST = NONE.fixed("data_format", "channels_last");

  private final List<Setting> config;
  private final List<Setting> wrapped;
  private final List<Setting> arguments;
  private final List<String> inputs;
  private final int leastInputs;
  private final boolean untrainable;
  private final boolean operation;
  private final @Nullable Mirror mirror;

  private KerasKeys(
      List<Setting> config,
      List<Setting> wrapped,
      List<Setting> arguments,
      List<String> inputs,
      int leastInputs,
      boolean untrainable,
      boolean operation,
      @Nullable Mirror mirror) {
    this.config = List.copyOf(config);
    this.wrapped = List.copyOf(wrapped);
    this.arguments = List.copyOf(arguments);
    this.inputs = List.copyOf(inputs);
    this.leastInputs = leastInputs;
    this.untrainable = untrainable;
    this.operation = operation;
    this.mirror = mirror;
  }

  /**
   * A key of a configuration.
   *
   * @param name its name
   * @param value what Tenon's layer does
   * @param fixed whether another value is another layer, and so refused
   * @param written whether the Keras that Tenon writes for has the key
   */
  public record Setting(String name, @Nullable Object value, boolean fixed, boolean written) {}

  /**
   * The layer within this one, written a second time.
   *
   * @param name the key of the second
   * @param flag what is the other way round in it
   */
  public record Mirror(String name, String flag) {}

  /** With a key that decides what the layer computes: a file with another value is refused. */
  public KerasKeys fixed(String name, @Nullable Object value) {
    return withConfig(new Setting(name, value, true, true));
  }

  /** With a key that has no bearing on what the layer computes. */
  public KerasKeys free(String name, @Nullable Object value) {
    return withConfig(new Setting(name, value, false, true));
  }

  /** With a key of other versions of Keras: a file with another value is refused. */
  public KerasKeys elsewhere(String name, @Nullable Object value) {
    return withConfig(new Setting(name, value, true, false));
  }

  /** With a key that the layer within this one has another value of. */
  public KerasKeys wrapped(String name, @Nullable Object value) {
    return new KerasKeys(
        config,
        plus(wrapped, new Setting(name, value, true, true)),
        arguments,
        inputs,
        leastInputs,
        untrainable,
        operation,
        mirror);
  }

  /** With an argument of each call. */
  public KerasKeys argument(String name, @Nullable Object value) {
    return new KerasKeys(
        config,
        wrapped,
        plus(arguments, new Setting(name, value, false, true)),
        inputs,
        leastInputs,
        untrainable,
        operation,
        mirror);
  }

  /**
   * With names for what the layer reads; without any, several tensors are given as one list. The
   * first is given by its place, and a last name that ends in {@code ...} takes all that remain.
   */
  public KerasKeys inputs(String... names) {
    return new KerasKeys(
        config, wrapped, arguments, List.of(names), leastInputs, untrainable, operation, mirror);
  }

  /** With as many tensors at least: where the layer reads fewer, Keras is given the first again. */
  public KerasKeys leastInputs(int count) {
    return new KerasKeys(config, wrapped, arguments, inputs, count, untrainable, operation, mirror);
  }

  /** Without the key that tells whether the layer is trained. */
  public KerasKeys withoutTrainable() {
    return new KerasKeys(config, wrapped, arguments, inputs, leastInputs, true, operation, mirror);
  }

  /** With the layer within this one written a second time, a flag the other way round. */
  public KerasKeys mirror(String name, String flag) {
    return new KerasKeys(
        config,
        wrapped,
        arguments,
        inputs,
        leastInputs,
        untrainable,
        operation,
        new Mirror(name, flag));
  }

  private KerasKeys withConfig(Setting key) {
    return new KerasKeys(
        plus(config, key), wrapped, arguments, inputs, leastInputs, untrainable, operation, mirror);
  }

  private static List<Setting> plus(List<Setting> keys, Setting key) {
    List<Setting> all = new ArrayList<>(keys);
    all.add(key);
    return all;
  }

  /** The keys of the configuration. */
  public List<Setting> config() {
    return config;
  }

  /** What the layer within this one has instead of its own keys. */
  public List<Setting> wrapped() {
    return wrapped;
  }

  /** The arguments of a call. */
  public List<Setting> arguments() {
    return arguments;
  }

  /** The names of what the layer reads, the last perhaps with {@code ...} for all that remain. */
  public List<String> inputs() {
    return inputs;
  }

  /** How many tensors Keras is given at least. */
  public int leastInputs() {
    return leastInputs;
  }

  /** Whether the configuration tells if the layer is trained. */
  public boolean tellsTrainable() {
    return !untrainable;
  }

  /** Whether Keras has it as an operation and not as a layer. */
  public boolean isOperation() {
    return operation;
  }

  /** What is written a second time. */
  public Optional<Mirror> mirror() {
    return Optional.ofNullable(mirror);
  }
}
