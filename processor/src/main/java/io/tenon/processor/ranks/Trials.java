package io.tenon.processor.ranks;

import io.tenon.layer.LayerSpec;
import io.tenon.layer.MemberDefaults;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Specs of one layer to try things with: its optional parameters have their defaults, the others
 * small values of their type. What the spec refuses is left out.
 */
final class Trials {
  /** Long enough for an element per axis of what has a rank type. */
  private static final int LONGEST = 4;

  private final Class<?> type;
  private final RecordComponent[] components;

  Trials(Class<?> type) {
    this.type = type;
    this.components = type.getRecordComponents();
  }

  /**
   * A spec.
   *
   * @param length the number of elements in the last array that had no default; 0 if there is none
   */
  record Trial(LayerSpec spec, int length) {}

  /** The flags that have a default, with their other value. */
  Map<String, Boolean> flags() {
    Map<String, Boolean> flags = new TreeMap<>();
    for (int i = 0; i < components.length; i++) {
      if (byDefault(i).orElse(null) instanceof Boolean value) {
        flags.put(components[i].getName(), !value);
      }
    }
    return flags;
  }

  /** The specs with all values that a trial may have, but for some that are fixed. */
  List<Trial> with(Map<String, ?> fixed) {
    List<List<@Nullable Object>> choices = List.of(List.of());
    for (int i = 0; i < components.length; i++) {
      List<List<@Nullable Object>> longer = new ArrayList<>();
      for (List<@Nullable Object> begun : choices) {
        for (@Nullable Object value : values(i, fixed)) {
          List<@Nullable Object> next = new ArrayList<>(begun);
          next.add(value);
          longer.add(next);
        }
      }
      choices = longer;
    }
    List<Trial> trials = new ArrayList<>();
    choices.forEach(choice -> create(choice, trials));
    return trials;
  }

  private void create(List<@Nullable Object> values, List<Trial> trials) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      trials.add(new Trial((LayerSpec) constructor.newInstance(values.toArray()), length(values)));
    } catch (InvocationTargetException e) {
      // The spec refuses these values: no trial of them.
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no public constructor of a record", e);
    }
  }

  private int length(List<@Nullable Object> values) {
    int length = 0;
    for (int i = 0; i < components.length; i++) {
      if (values.get(i) instanceof List<?> array && byDefault(i).isEmpty()) {
        length = array.size();
      }
    }
    return length;
  }

  private List<@Nullable Object> values(int index, Map<String, ?> fixed) {
    RecordComponent component = components[index];
    List<@Nullable Object> values = new ArrayList<>();
    if (fixed.containsKey(component.getName())) {
      values.add(fixed.get(component.getName()));
    } else {
      byDefault(index)
          .ifPresentOrElse(values::add, () -> values.addAll(ofType(component.getType())));
    }
    return values;
  }

  private static List<?> ofType(Class<?> type) {
    if (type == int.class) {
      return List.of(1, Samples.SIZE);
    }
    if (type == double.class) {
      return List.of(0.0, 1.0);
    }
    if (type == boolean.class) {
      return List.of(false, true);
    }
    if (type == String.class) {
      return List.of("");
    }
    if (type == List.class) {
      return arrays();
    }
    return type.isEnum() ? List.of(type.getEnumConstants()) : List.of();
  }

  /** Sizes of 1 with and without one left open, and the axes in their order. */
  private static List<List<Integer>> arrays() {
    Set<List<Integer>> arrays = new LinkedHashSet<>();
    for (int length = 1; length <= LONGEST; length++) {
      List<Integer> axes = new ArrayList<>();
      List<Integer> sizes = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        axes.add(i + 1);
        sizes.add(i == 0 ? -1 : 1);
      }
      arrays.add(Collections.nCopies(length, 1));
      arrays.add(axes);
      arrays.add(sizes);
    }
    return List.copyOf(arrays);
  }

  /** The default of a component; empty for what must be given. */
  private Optional<Object> byDefault(int index) {
    Class<?> annotation = type.getEnclosingClass();
    return MemberDefaults.member(annotation, components[index].getName(), index == 0)
        .flatMap(member -> MemberDefaults.of(annotation, member));
  }
}
