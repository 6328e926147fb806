package io.tenon.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in a configuration of Keras's, as a JSON parser gives it: {@code Map}, {@code List},
 * {@code String}, {@code Number}, {@code Boolean} or {@code null}. Asking for what is not there
 * gives a place that is missing, so that one may look deep without looking at each step.
 */
public final class Config {
  private static final Set<String> WRAPPERS = Set.of("__tuple__", "TensorShape", "ListWrapper");
  private static final Config MISSING = new Config(null);

  private final @Nullable Object value;

  private Config(@Nullable Object value) {
    this.value = plain(value);
  }

  /** Some versions write tuples and shapes as objects that say so. */
  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Map<?, ?> map
            && map.get("items") instanceof List<?> items
            && WRAPPERS.contains(String.valueOf(map.get("class_name")))
        ? items
        : value;
  }

  /** A place with what a JSON parser gave. */
  public static Config of(@Nullable Object parsed) {
    return new Config(parsed);
  }

  /** What stands under a name; missing if this is no map, or has no such name. */
  public Config get(String name) {
    return value instanceof Map<?, ?> map && map.containsKey(name)
        ? new Config(map.get(name))
        : MISSING;
  }

  /** The element of that index; missing if this is no list, or is shorter. */
  public Config get(int index) {
    return value instanceof List<?> list && index < list.size()
        ? new Config(list.get(index))
        : MISSING;
  }

  /** Whether nothing stands here, not even a null. */
  public boolean isMissing() {
    return this == MISSING;
  }

  /** Whether nothing stands here, or a null. */
  public boolean isNull() {
    return value == null;
  }

  /** Whether this is a text. */
  public boolean isText() {
    return value instanceof String;
  }

  /** Whether this is a list. */
  public boolean isList() {
    return value instanceof List;
  }

  /** Whether this is a map of names to values. */
  public boolean isMap() {
    return value instanceof Map;
  }

  /** Whether this is a number. */
  public boolean isNumber() {
    return value instanceof Number;
  }

  /** Whether this is a whole number within the range of {@code long}. */
  public boolean isInteger() {
    return value instanceof Integer || value instanceof Long;
  }

  /** The text; empty if this is none. */
  public String text() {
    return text("");
  }

  /** The text; the other if this is none. */
  public String text(String otherwise) {
    return value instanceof String text ? text : otherwise;
  }

  /** The number; the other if this is none. */
  public double number(double otherwise) {
    return value instanceof Number number ? number.doubleValue() : otherwise;
  }

  /** The whole number; the other if this is none, or beyond the range of {@code int}. */
  public int integer(int otherwise) {
    return value instanceof Integer number ? number : otherwise;
  }

  /** The whole number; the other if this is none. */
  public long size(long otherwise) {
    return isInteger() && value instanceof Number number ? number.longValue() : otherwise;
  }

  /** The truth value; the other if this is none. */
  public boolean truth(boolean otherwise) {
    return value instanceof Boolean truth ? truth : otherwise;
  }

  /** The elements of a list; none if this is no list. */
  public List<Config> list() {
    List<Config> elements = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(element -> elements.add(new Config(element)));
    }
    return elements;
  }

  /** The values of a map by name, in order; none if this is no map. */
  public Map<String, Config> entries() {
    Map<String, Config> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, element) -> entries.put(String.valueOf(name), new Config(element)));
    }
    return entries;
  }

  /** What stands here, as the JSON parser gave it. */
  public @Nullable Object value() {
    return value;
  }

  /** Whether it is that value; numbers are compared as numbers, and tuples as lists. */
  public boolean same(@Nullable Object other) {
    if (value instanceof Number left && other instanceof Number right) {
      return left.doubleValue() == right.doubleValue();
    } else if (value instanceof List<?> left && other instanceof List<?> right) {
      boolean same = left.size() == right.size();
      for (int i = 0; same && i < left.size(); i++) {
        same = of(left.get(i)).same(right.get(i));
      }
      return same;
    }
    return Objects.equals(value, other);
  }

  /** As JSON shows it. */
  @Override
  public String toString() {
    return isText() ? "\"" + value + "\"" : String.valueOf(value);
  }
}
