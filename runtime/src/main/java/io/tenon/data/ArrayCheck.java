package io.tenon.data;

import io.tenon.DataType;
import io.tenon.shape.Axis;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Holds arrays against the types that a model declares, and learns the sizes of named axes. */
final class ArrayCheck {
  private final String model;
  private final Map<String, Long> sizes = new HashMap<>();
  private final Map<String, String> sources = new HashMap<>();
  private long samples = -1;
  private String counted = "";

  ArrayCheck(String model) {
    this.model = model;
  }

  /** Sizes of the named axes met so far. */
  Map<String, Long> sizes() {
    return Map.copyOf(sizes);
  }

  /** The number of samples of the arrays met so far. */
  long samples() {
    return samples;
  }

  /**
   * Checks one array and gives it in the form the engine reads: row-major and of the declared type,
   * itself where it already is.
   *
   * @throws DataException if its shape or number of samples does not fit
   */
  INDArray check(String name, TensorType type, INDArray array) {
    long[] found = array.shape();
    if (array.isEmpty() || found.length > 0 && found[0] == 0) {
      throw new DataException(
          "%s.%s: there are no samples, its shape is %s".formatted(model, name, text(found)));
    }
    if (found.length != type.shape().rank() + 1) {
      throw wrongShape(name, type.shape(), found);
    }
    for (int i = 0; i < type.shape().rank(); i++) {
      if (!agrees(name, type.shape().axis(i), found[i + 1])) {
        throw wrongShape(name, type.shape(), found);
      }
    }
    if (samples < 0) {
      samples = found[0];
      counted = name;
    } else if (samples != found[0]) {
      throw new DataException(
          "%s: %s has %d samples, but %s has %d; every array needs as many"
              .formatted(model, name, found[0], counted, samples));
    }
    if (type.dataType() == DataType.INT32) {
      new ValueCheck(model + "." + name, array).requireWhole("int32 inputs and labels");
    }
    return RowMajor.of(array, type.dataType());
  }

  private boolean agrees(String name, Axis axis, long found) {
    OptionalLong known = axis.bind(sizes).size();
    if (known.isPresent()) {
      return known.getAsLong() == found;
    }
    if (axis.equals(Axis.named(axis.toString()))) {
      sizes.put(axis.toString(), found);
      sources.put(axis.toString(), name);
    }
    return true;
  }

  private DataException wrongShape(String name, Shape shape, long[] found) {
    StringBuilder message = new StringBuilder();
    message.append(
        "%s.%s: expected %s, found %s".formatted(model, name, expected(shape), text(found)));
    for (Axis axis : shape.axes()) {
      if (sizes.containsKey(axis.toString()) && !name.equals(sources.get(axis.toString()))) {
        message.append(
            "; %s is %d in %s"
                .formatted(axis, sizes.get(axis.toString()), sources.get(axis.toString())));
      }
    }
    mend(shape.bind(sizes), found).ifPresent(hint -> message.append(". ").append(hint));
    return new DataException(message.toString());
  }

  private static Optional<String> mend(Shape shape, long[] found) {
    if (!shape.isKnown() || found.length == 0) {
      return Optional.empty();
    }
    long elements = shape.elements().size().orElseThrow();
    long total = Arrays.stream(found).reduce(1, Math::multiplyExact);
    if (elements == 0 || total % elements != 0) {
      return Optional.empty();
    }
    if (Arrays.equals(found, shape.sizes())) {
      return Optional.of(
          "A single sample needs a first axis of 1: array.reshape(1, %s)".formatted(list(shape)));
    }
    return Optional.of(
        "The elements would fit: array.reshape(%d, %s)".formatted(total / elements, list(shape)));
  }

  private static String list(Shape shape) {
    return Arrays.stream(shape.sizes()).mapToObj(Long::toString).collect(Collectors.joining(", "));
  }

  private static String expected(Shape shape) {
    List<String> axes = shape.axes().stream().map(Axis::toString).toList();
    return axes.isEmpty() ? "(samples)" : "(samples, " + String.join(", ", axes) + ")";
  }

  private static String text(long[] shape) {
    return Arrays.stream(shape)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
