package io.tenon.processor.read;

import io.tenon.layer.LayerSpec;
import io.tenon.layer.WrapperSpec;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Layers of which there is no source, as a user would write them: what is default left out. */
final class SpecCalls {
  private final Elements elements;

  SpecCalls(Elements elements) {
    this.elements = elements;
  }

  LayerCall of(LayerSpec spec) {
    Class<?> annotation = spec.getClass().getEnclosingClass();
    TypeElement type = elements.getTypeElement(annotation.getName());
    if (type == null) {
      throw new UnreadableException();
    }
    List<LayerCall.Argument> arguments = new ArrayList<>();
    List<LayerCall.Option> options = new ArrayList<>();
    for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
      String component = LayerTypes.component(type, member);
      @Nullable Object value = shortest(spec, component);
      if (Mirrors.isRequired(member)) {
        arguments.add(new LayerCall.Argument(written(value), LayerTypes.elementType(member)));
      } else {
        Object otherwise = Defaults.of(annotation, member.getSimpleName().toString());
        if (!isSame(spec, component, otherwise)) {
          options.add(new LayerCall.Option(component, written(value)));
        }
      }
    }
    Optional<LayerCall> wrapped =
        spec instanceof WrapperSpec wrapper ? Optional.of(of(wrapper.layer())) : Optional.empty();
    return new LayerCall(
        TypeReference.of(annotation), Optional.empty(), wrapped, arguments, options);
  }

  /** One number for several that are alike, where that makes the same layer. */
  private static @Nullable Object shortest(LayerSpec spec, String component) {
    @Nullable Object value = SpecValues.get(spec, component);
    if (value instanceof List<?> list && list.size() > 1) {
      List<?> one = List.of(list.get(0));
      return isSame(spec, component, one) ? one : value;
    }
    return value;
  }

  private static boolean isSame(LayerSpec spec, String component, Object value) {
    try {
      return SpecValues.with(spec, component, value).equals(spec);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A value of a record's component. */
  static WrittenValue written(@Nullable Object value) {
    if (value == null) {
      return new WrittenValue.Literal("null");
    }
    if (value instanceof List<?> list) {
      return new WrittenValue.Many(list.stream().map(SpecCalls::written).toList());
    } else if (value instanceof Enum<?> constant) {
      return new WrittenValue.Constant(
          TypeReference.of(constant.getDeclaringClass()), constant.name());
    } else if (value instanceof Record nested) {
      return nested(nested);
    } else if (value instanceof Double number && number.isInfinite()) {
      return new WrittenValue.Literal(
          number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY");
    } else if (value instanceof Double number && number.isNaN()) {
      return new WrittenValue.Literal("Double.NaN");
    } else if (value instanceof String text) {
      return new WrittenValue.Literal(JavaLiterals.text(text));
    }
    return new WrittenValue.Literal(value.toString());
  }

  /** {@code Spec.of(kind)}, with what differs from its defaults. */
  private static WrittenValue nested(Record value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    @Nullable Object first = SpecValues.get(value, components[0].getName());
    Record defaults = SpecValues.of(value.getClass(), first);
    List<WrittenValue> all = new ArrayList<>();
    Map<String, WrittenValue> differing = new LinkedHashMap<>();
    for (RecordComponent component : components) {
      String name = component.getName();
      @Nullable Object each = SpecValues.get(value, name);
      all.add(written(each));
      if (!Objects.equals(each, SpecValues.get(defaults, name))) {
        differing.put(name, written(each));
      }
    }
    return new WrittenValue.Nested(TypeReference.of(value.getClass()), all, differing, true);
  }
}
