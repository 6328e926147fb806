package io.tenon.source;

import io.tenon.Apply;
import io.tenon.DataType;
import io.tenon.Frozen;
import io.tenon.Input;
import io.tenon.Layer;
import io.tenon.Loss;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.InputLayer;
import io.tenon.layer.Lambda;
import io.tenon.shape.RankType;
import io.tenon.shape.TensorType;
import io.tenon.source.Part.Application;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One model as the text of its interface. */
final class ModelSource {
  private static final String VARIABLE = "org.nd4j.autodiff.samediff.SDVariable";

  private final Part part;
  private final Imports imports;
  private final Map<String, String> interfaces;
  private final AnnotationSource annotations;
  private final JavaNames names = new JavaNames();
  private final Reads reads;
  private final boolean sequential;
  private final boolean frozenOutside;

  /**
   * The text of a part.
   *
   * @param interfaces the interfaces of the models within, by their names as layers
   * @param within whether it is used as a layer: whether it is frozen as a whole is told there
   */
  ModelSource(Part part, Imports imports, Map<String, String> interfaces, boolean within) {
    this.part = part;
    this.imports = imports;
    this.interfaces = interfaces;
    this.annotations = new AnnotationSource(imports);
    this.reads = new Reads(part, imports, names);
    this.sequential = part.isSequential();
    this.frozenOutside = within && part.isFrozen();
  }

  String text(String interfaceName) {
    part.nodes().forEach(node -> names.tensor(node.name()));
    List<String> methods = new ArrayList<>();
    Set<String> declared = new HashSet<>();
    for (Node node : part.nodes()) {
      Application application = part.applications().get(node.name());
      if (application != null) {
        if (declared.add(application.model())) {
          methods.add(model(application.model()));
        }
        methods.add(applied(node, application));
      } else if (!node.layer().equals(node.name())) {
        if (declared.add(node.layer())) {
          methods.add(shared(node));
        }
        methods.add(applied(node));
      } else {
        methods.add(tensor(node));
      }
    }
    Class<?> kind = sequential ? Sequential.class : Model.class;
    return "@%s\ninterface %s {\n%s}\n"
        .formatted(imports.type(kind), interfaceName, String.join("\n", methods));
  }

  private String model(String model) {
    List<String> lines = new ArrayList<>();
    frozen(part.model(model).isFrozen(), lines);
    return Lines.method(lines, type(model), names.layer(model), List.of());
  }

  private String applied(Node node, Application application) {
    Part model = part.model(application.model());
    List<String> lines = output(node);
    lines.add(
        annotations.annotation(
            Apply.class,
            model.outputs().size() > 1
                ? Map.of("output", JavaNames.valid(application.output()))
                : Map.of()));
    List<String> parameters = new ArrayList<>();
    parameters.add(type(application.model()) + " " + names.layer(application.model()));
    parameters.addAll(
        reads.parameters(
            model.nodes().stream()
                .filter(Node::isInput)
                .map(input -> Objects.requireNonNull(application.inputs().get(input.name())))
                .toList()));
    return Lines.method(lines, reads.type(node.type()), names.tensor(node.name()), parameters);
  }

  private String type(String model) {
    return Objects.requireNonNull(interfaces.get(model));
  }

  private String shared(Node node) {
    List<String> lines = new ArrayList<>();
    frozen(!node.trainable(), lines);
    lines.addAll(annotations.of(node.spec()));
    return Lines.method(lines, imports.type(Layer.class), names.layer(node.layer()), List.of());
  }

  private String applied(Node node) {
    List<String> lines = output(node);
    lines.add(annotations.annotation(Apply.class, Map.of()));
    List<String> parameters = new ArrayList<>();
    parameters.add(imports.type(Layer.class) + " " + names.layer(node.layer()));
    parameters.addAll(reads.parameters(node.inputs()));
    return Lines.method(lines, reads.type(node.type()), names.tensor(node.name()), parameters);
  }

  private String tensor(Node node) {
    List<String> lines = output(node);
    String name = names.tensor(node.name());
    if (node.spec() instanceof InputLayer input) {
      lines.add(annotations.annotation(Input.class, input(input)));
    } else {
      frozen(!node.trainable(), lines);
      lines.addAll(annotations.of(node.spec()));
    }
    if (node.spec() instanceof Lambda.Spec) {
      String variable = imports.type(VARIABLE);
      return Lines.function(lines, variable, name, reads.variables(node, variable));
    }
    List<String> parameters = sequential ? List.of() : reads.parameters(node.inputs());
    return Lines.method(lines, reads.type(node.type()), name, parameters);
  }

  private void frozen(boolean frozen, List<String> lines) {
    if (frozen && !frozenOutside) {
      lines.add(annotations.annotation(Frozen.class, Map.of()));
    }
  }

  private static Map<String, Object> input(InputLayer input) {
    TensorType type = input.type();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("value", type.shape().toDeclaration());
    boolean stated = RankType.of(type).filter(rank -> rank.dataType() == type.dataType()).isEmpty();
    if (stated && type.dataType() != DataType.FLOAT32) {
      members.put("dtype", type.dataType());
    }
    if (input.batchSize() > 0) {
      members.put("batchSize", input.batchSize());
    }
    return members;
  }

  /** The annotation of an output; the last of a chain is one without saying so. */
  private List<String> output(Node node) {
    List<String> lines = new ArrayList<>();
    for (OutputSpec output : part.outputs()) {
      if (output.tensor().equals(node.name())) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (output.loss() != Loss.NONE) {
          members.put("loss", output.loss());
        }
        if (output.lossWeight() != 1.0) {
          members.put("lossWeight", output.lossWeight());
        }
        if (!output.metrics().isEmpty()) {
          members.put("metrics", output.metrics());
        }
        if (!sequential || !members.isEmpty()) {
          lines.add(annotations.annotation(Output.class, members));
        }
      }
    }
    return lines;
  }
}
