package io.tenon.golden;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Cases in which Keras's torch backend pads otherwise than Keras documents and TensorFlow does, of
 * which Keras warns. TensorFlow's rule is the one here.
 */
final class TorchPadding {
  private TorchPadding() {}

  /** Whether a case is one of these. */
  static boolean differs(JsonNode which) {
    String className = which.get("class_name").asText();
    JsonNode config = which.get("config");
    if (!config.path("padding").asText().equals("same")) {
      return false;
    }
    boolean transposed = className.endsWith("Transpose");
    if (!transposed && !className.startsWith("AveragePooling")) {
      return false;
    }
    for (int axis = 0; axis < config.get("strides").size(); axis++) {
      if (transposed ? transposedDiffers(which, axis) : averageDiffers(which, axis)) {
        return true;
      }
    }
    return false;
  }

  /** Average pooling that adds an odd number of elements: some are counted, or windows missing. */
  private static boolean averageDiffers(JsonNode which, int axis) {
    int size = size(which, "inputs", axis);
    int stride = number(which, "strides", axis);
    int windows = (size + stride - 1) / stride;
    int added = (windows - 1) * stride + number(which, "pool_size", axis) - size;
    return added > 0 && added % 2 == 1;
  }

  /** A transposed convolution that cuts off another number at the beginning. */
  private static boolean transposedDiffers(JsonNode which, int axis) {
    int stride = number(which, "strides", axis);
    int reach = (number(which, "kernel_size", axis) - 1) * number(which, "dilation_rate", axis) + 1;
    JsonNode given = which.get("config").path("output_padding");
    int outputPadding = given.isArray() ? given.get(axis).asInt() : given.asInt(stride - reach % 2);
    int torch = Math.max(-Math.floorDiv(reach % 2 - reach + outputPadding, 2), 0);
    int cut = (size(which, "inputs", axis) - 1) * stride + reach - size(which, "outputs", axis);
    return Math.max(cut, 0) / 2 != torch;
  }

  private static int number(JsonNode which, String key, int axis) {
    return which.get("config").get(key).get(axis).asInt();
  }

  private static int size(JsonNode which, String of, int axis) {
    boolean first = which.get("config").path("data_format").asText().equals("channels_first");
    return which.get(of).get(0).get("shape").get(axis + (first ? 2 : 1)).asInt();
  }
}
