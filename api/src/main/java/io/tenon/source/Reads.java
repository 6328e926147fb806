package io.tenon.source;

import io.tenon.From;
import io.tenon.graph.Node;
import io.tenon.shape.RankType;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a tensor reads, as parameters. */
final class Reads {
  private final Map<String, TensorType> types = new HashMap<>();
  private final Imports imports;
  private final JavaNames names;

  Reads(Part part, Imports imports, JavaNames names) {
    part.nodes().forEach(node -> types.put(node.name(), node.type()));
    this.imports = imports;
    this.names = names;
  }

  /** The type that a signature states. */
  String type(TensorType type) {
    return imports.type("io.tenon." + RankType.of(type).map(RankType::typeName).orElse("Tensor"));
  }

  /** A parameter for each tensor, of the type of its rank. */
  List<String> parameters(List<String> tensors) {
    List<String> parameters = new ArrayList<>();
    Set<String> before = new HashSet<>();
    for (String tensor : tensors) {
      String name = names.tensor(tensor);
      String type = type(Objects.requireNonNull(types.get(tensor)));
      String parameter = type + " " + name;
      for (int i = 2; !before.add(parameter); i++) {
        parameter = "@%s(\"%s\") %s %s%d".formatted(imports.type(From.class), name, type, name, i);
      }
      parameters.add(parameter);
    }
    return parameters;
  }

  /** A parameter for each tensor, as a variable of a function. */
  List<String> variables(Node lambda, String variable) {
    return lambda.inputs().stream().map(input -> variable + " " + names.tensor(input)).toList();
  }
}
