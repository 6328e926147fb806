package io.tenon.keras;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import io.tenon.layer.KerasForm;
import io.tenon.layer.LayerSpec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A component of a layer's record, and where it stands in a configuration of Keras's. */
final class Component {
  private final RecordComponent component;
  private final Optional<KerasForm> form;

  private Component(RecordComponent component) {
    this.component = component;
    this.form = Optional.ofNullable(component.getAnnotation(KerasForm.class));
  }

  /** The components of a record, in order. */
  static List<Component> of(Class<?> spec) {
    return Arrays.stream(spec.getRecordComponents()).map(Component::new).toList();
  }

  /** The keys of those that Keras takes at each call. */
  static Set<String> arguments(Class<?> spec) {
    return of(spec).stream()
        .filter(Component::isArgument)
        .map(Component::key)
        .collect(Collectors.toSet());
  }

  /** The component's own name, which is also that of the annotation's member. */
  String name() {
    return component.getName();
  }

  /** Its name in a configuration: {@code kernelSize} is {@code kernel_size}. */
  String key() {
    return name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** What a configuration, or the arguments of a call, hold of it. */
  Config find(Config config, Config arguments) {
    Config found = isArgument() ? arguments.get(key()) : config.get(key());
    String older = form.map(KerasForm::older).orElse("");
    return found.isMissing() && !older.isEmpty() ? config.get(older) : found;
  }

  Class<?> type() {
    return component.getType();
  }

  boolean isLayer() {
    return type() == LayerSpec.class;
  }

  boolean isInitializer() {
    return type() == Initializer.Spec.class;
  }

  boolean isRegularizer() {
    return type() == Regularizer.Spec.class;
  }

  boolean isConstraint() {
    return type() == Constraint.Spec.class;
  }

  /** Whether it is a list of whole numbers. */
  boolean isNumbers() {
    return isListOf(Integer.class);
  }

  /** Whether it is a list of numbers. */
  boolean isDecimals() {
    return isListOf(Double.class);
  }

  private boolean isListOf(Class<?> element) {
    return type() == List.class
        && component.getGenericType() instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] == element;
  }

  boolean isArgument() {
    return form.map(KerasForm::argument).orElse(false);
  }

  String legacyDefault() {
    return form.map(KerasForm::legacyDefault).orElse("");
  }

  boolean isAxis() {
    return form.map(KerasForm::axis).orElse(false);
  }

  boolean isOptional() {
    return form.map(KerasForm::optional).orElse(false);
  }

  boolean isPairs() {
    return form.map(KerasForm::pairs).orElse(false);
  }

  boolean isSingle() {
    return form.map(KerasForm::single).orElse(false);
  }

  boolean isZeroNone() {
    return form.map(KerasForm::zeroIsNone).orElse(false);
  }

  boolean isNoneNull() {
    return form.map(KerasForm::noneIsNull).orElse(false);
  }

  boolean isOpenNone() {
    return form.map(KerasForm::openIsNone).orElse(false);
  }

  boolean isAllAxes() {
    return form.map(KerasForm::allAxes).orElse(false);
  }

  /** The component's value in a layer. */
  @Nullable Object value(LayerSpec spec) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(spec);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " of " + spec, e);
    }
  }

  @Override
  public String toString() {
    return component.toString();
  }
}
