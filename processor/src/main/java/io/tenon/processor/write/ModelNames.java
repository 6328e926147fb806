package io.tenon.processor.write;

import com.palantir.javapoet.NameAllocator;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The names in a generated class. They are those of the tensors, but where one would clash:
 *
 * <ul>
 *   <li>the accessor of a layer called as a method of the class itself gets the suffix {@code
 *       Layer}: {@code fitLayer()};
 *   <li>a component of a record called as a method of records gets the suffix {@code Array}: {@code
 *       hashCodeArray()};
 *   <li>the label of an output that is an input too gets the suffix {@code Label}.
 * </ul>
 *
 * <p>Names from a file may be none of Java's: what Java does not allow in one becomes {@code _},
 * one that begins with a digit or is a keyword gets a {@code _} more, and so does the second of two
 * that would be alike.
 */
final class ModelNames {
  private static final Set<String> OBJECT =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");
  private static final Set<String> MODEL =
      Set.of(
          "builder",
          "close",
          "create",
          "evaluate",
          "fit",
          "fromJson",
          "graph",
          "load",
          "loadWeights",
          "network",
          "plotModel",
          "predict",
          "predictOnBatch",
          "samples",
          "save",
          "saveWeights",
          "stopTraining",
          "summary",
          "testOnBatch",
          "toJson",
          "trainOnBatch");
  // The others are members of the records; "io" would hide the package io.tenon.
  private static final Set<String> RECORD = Set.of("arrays", "io", "of", "sampleWeights");

  private final Set<String> tensors = new HashSet<>();
  private final Set<String> inputs = new HashSet<>();
  private final NameAllocator stages = new NameAllocator();
  private final Map<String, String> identifiers = new HashMap<>();

  ModelNames(Graph graph) {
    for (Node node : graph.nodes()) {
      tensors.add(node.name());
    }
    allocate(graph);
    for (Node node : graph.inputs()) {
      inputs.add(node.name());
    }
    for (Node node : graph.inputs()) {
      addStage(component(node.name()));
    }
    for (OutputSpec output : graph.outputs()) {
      addStage(label(output));
    }
  }

  private void addStage(String component) {
    stages.newName("Needs" + capitalize(component), component);
  }

  /** First the names that are Java's already, so that these stay as they are. */
  private void allocate(Graph graph) {
    Set<String> names = new LinkedHashSet<>();
    for (Node node : graph.nodes()) {
      names.addAll(List.of(node.name().split("/", -1)));
      names.addAll(List.of(node.layer().split("/", -1)));
    }
    for (String name : names) {
      if (SourceVersion.isName(name)) {
        identifiers.put(name, name);
      }
    }
    Set<String> taken = new HashSet<>(identifiers.values());
    for (String name : names) {
      if (!identifiers.containsKey(name)) {
        String free = NameAllocator.toJavaIdentifier(name);
        while (SourceVersion.isKeyword(free) || !taken.add(free)) {
          free += "_";
        }
        identifiers.put(name, free);
      }
    }
  }

  /** A name from the model as Java allows it. */
  String identifier(String name) {
    return identifiers.getOrDefault(name, name);
  }

  /** The method that gives a layer. */
  String accessor(Node node) {
    String name = camelPath(node.layer());
    return free(name, "Layer", isTaken(name));
  }

  /** Whether the method that gives a layer has another name for want of the layer's own. */
  boolean isRenamed(Node node) {
    return isTaken(camelPath(node.layer()));
  }

  private static boolean isTaken(String name) {
    return MODEL.contains(name) || OBJECT.contains(name);
  }

  /** A layer of a model that is used as a layer, {@code encoder/hidden}: {@code encoderHidden}. */
  private String camelPath(String layer) {
    String[] parts = layer.split("/", -1);
    StringBuilder name = new StringBuilder(identifier(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      name.append(capitalize(identifier(parts[i])));
    }
    return name.toString();
  }

  /** The component of a record that holds a tensor, and the parameter that takes it. */
  String component(String tensor) {
    String name = identifier(tensor);
    return free(name, "Array", OBJECT.contains(name) || RECORD.contains(name));
  }

  /** The component that holds an output's labels. */
  String label(OutputSpec output) {
    return inputs.contains(output.tensor())
        ? free(identifier(output.tensor()), "Label", true)
        : component(output.tensor());
  }

  /** The interface that asks for a component of the samples. */
  String stage(String component) {
    return stages.get(component);
  }

  private String free(String name, String suffix, boolean taken) {
    String result = taken ? name + suffix : name;
    while (taken && tensors.contains(result)) {
      result += suffix;
    }
    return result;
  }

  static String capitalize(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** {@code mainOutput_mean_squared_error} as {@code mainOutputMeanSquaredError}. */
  static String camelCase(String kerasName) {
    StringBuilder name = new StringBuilder();
    for (String word : NameAllocator.toJavaIdentifier(kerasName).split("_", -1)) {
      if (!word.isEmpty()) {
        name.append(name.length() == 0 ? word : capitalize(word));
      }
    }
    return Character.isDigit(name.charAt(0)) ? "_" + name : name.toString();
  }
}
