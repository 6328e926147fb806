package io.tenon.file;

import io.tenon.layer.Bidirectional;
import io.tenon.layer.ConvLSTM2D;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.MultiHeadAttention;
import io.tenon.layer.RecurrentSpec;
import io.tenon.layer.StepwiseSpec;
import io.tenon.layer.TimeDistributed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where within a layer Keras keeps a weight: recurrent layers have theirs in a cell, and wrappers
 * in what they wrap.
 */
final class WeightPlaces {
  /** The parts of a multi-head attention: by the names of weights, and by those of groups. */
  private static final Map<String, String> ATTENTION =
      Map.of(
          "query", "query_dense",
          "key", "key_dense",
          "value", "value_dense",
          "attention_output", "output_dense");

  private WeightPlaces() {}

  /** The name of a weight below its layer's, such as {@code lstm_cell/kernel}. */
  static String path(LayerSpec spec, String wrapped, String weight) {
    if (spec instanceof Bidirectional.Spec both) {
      // What Keras calls the layer there is already the name of its copy that reads forward.
      String name =
          wrapped.isEmpty()
              ? snakeCase(both.layer().className())
              : wrapped.replaceFirst("^forward_", "");
      return before(weight) + "_" + name + "/" + path(both.layer(), "", after(weight));
    } else if (spec instanceof TimeDistributed.Spec each) {
      String name = wrapped.isEmpty() ? snakeCase(each.layer().className()) : wrapped;
      return name + "/" + path(each.layer(), "", weight);
    } else if (spec instanceof ConvLSTM2D.Spec) {
      return "conv_lstm_cell/" + weight;
    } else if (spec instanceof RecurrentSpec) {
      return snakeCase(spec.className()) + "_cell/" + weight;
    }
    return weight;
  }

  /** The group of a weight within its layer's, such as {@code forward_layer/cell}. */
  static String group(LayerSpec spec, String weight) {
    if (spec instanceof Bidirectional.Spec both) {
      return join(before(weight) + "_layer", group(both.layer(), after(weight)));
    } else if (spec instanceof TimeDistributed.Spec each) {
      return join("layer", group(each.layer(), weight));
    } else if (spec instanceof StepwiseSpec) {
      return "cell";
    } else if (spec instanceof MultiHeadAttention.Spec) {
      return ATTENTION.getOrDefault(before(weight), before(weight));
    }
    return "";
  }

  /** All groups within a layer's that Keras makes, whether they hold weights or not. */
  static List<String> groups(LayerSpec spec) {
    List<String> groups = new ArrayList<>(List.of(""));
    if (spec instanceof Bidirectional.Spec both) {
      for (String direction : List.of("forward_layer", "backward_layer")) {
        groups(both.layer()).forEach(group -> groups.add(join(direction, group)));
      }
    } else if (spec instanceof TimeDistributed.Spec each) {
      groups(each.layer()).forEach(group -> groups.add(join("layer", group)));
    } else if (spec instanceof StepwiseSpec) {
      groups.add("cell");
    } else if (spec instanceof MultiHeadAttention.Spec) {
      groups.addAll(ATTENTION.values());
    }
    return groups;
  }

  static String join(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + "/" + second;
  }

  private static String before(String weight) {
    return weight.substring(0, Math.max(0, weight.indexOf('/')));
  }

  private static String after(String weight) {
    return weight.substring(weight.indexOf('/') + 1);
  }

  private static String snakeCase(String className) {
    return className
        .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
