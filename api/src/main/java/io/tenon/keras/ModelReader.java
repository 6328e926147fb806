package io.tenon.keras;

import io.tenon.DataType;
import io.tenon.graph.Graph;
import io.tenon.graph.GraphBuilder;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.InputLayer;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.State;
import io.tenon.problem.LayerException;
import io.tenon.shape.Axis;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a {@code Sequential} or {@code Functional} model, and those within it. */
final class ModelReader {
  private static final Set<String> FUNCTIONAL = Set.of("Functional", "Model");
  private static final String SEQUENTIAL = "Sequential";

  private final String version;
  private final Map<TensorHistory, String> tensors = new HashMap<>();
  private final Map<String, TensorType> types = new HashMap<>();

  /** A reader of what that version of Keras wrote. */
  ModelReader(String version) {
    this.version = version;
  }

  /** Whether a description is one of a model. */
  static boolean isModel(Config node) {
    String className = node.get("class_name").text();
    return className.equals(SEQUENTIAL) || FUNCTIONAL.contains(className);
  }

  Graph read(Config model) {
    if (!isModel(model)) {
      throw new KerasFormatException(
          "expected a Sequential or Functional model, found class_name \"%s\""
              .formatted(model.get("class_name").text()));
    }
    Config config = model.get("config");
    // Before Keras 2.2.3 the configuration of a Sequential is the list of its layers.
    Config layers = config.isList() ? config : config.get("layers");
    GraphBuilder builder = Graph.builder(config.get("name").text("model"));
    if (model.get("class_name").text().equals(SEQUENTIAL)) {
      readSequence(layers, builder);
    } else {
      readGraph(config, layers, builder);
    }
    return builder.build();
  }

  private void readSequence(Config layers, GraphBuilder builder) {
    String last = "";
    for (Config layer : layers.list()) {
      String name = name(layer);
      if (last.isEmpty()) {
        boolean isInput = layer.get("class_name").text().equals("InputLayer");
        last = isInput ? name : name + "_input";
        addInput(last, firstConfig(layer), builder);
        if (isInput) {
          continue;
        }
      }
      add(layer, name, List.of(last), builder);
      last = name;
    }
    builder.output(last);
  }

  /** Where the shape of the input stands: in the first layer, or in that of a model within. */
  private static Config firstConfig(Config layer) {
    Config config = layer.get("config");
    Config layers = config.isList() ? config : config.get("layers");
    return isModel(layer) && config.get("batch_input_shape").isMissing()
        ? firstConfig(layers.get(0))
        : config;
  }

  private void readGraph(Config config, Config layers, GraphBuilder builder) {
    for (TensorHistory input : TensorHistory.ends(config.get("input_layers"))) {
      for (Config layer : layers.list()) {
        if (name(layer).equals(input.layer())) {
          addInput(input.layer(), layer.get("config"), builder);
          tensors.put(input, input.layer());
        }
      }
    }
    Map<Config, Integer> open = new LinkedHashMap<>();
    for (Config layer : layers.list()) {
      if (!layer.get("class_name").text().equals("InputLayer")) {
        open.put(layer, 0);
      }
    }
    while (!open.isEmpty()) {
      int before = tensors.size();
      open.replaceAll((layer, done) -> addUses(layer, done, builder));
      open.entrySet().removeIf(entry -> entry.getValue() >= uses(entry.getKey()));
      if (tensors.size() == before && !open.isEmpty()) {
        throw new KerasFormatException(
            "%s reads a tensor that no layer gives"
                .formatted(name(open.keySet().iterator().next())));
      }
    }
    for (TensorHistory output : TensorHistory.ends(config.get("output_layers"))) {
      builder.output(tensor(output, builder));
    }
  }

  private static int uses(Config layer) {
    return layer.get("inbound_nodes").list().size();
  }

  /** Adds the uses of a layer whose inputs are there; returns how many have been added so far. */
  private int addUses(Config layer, int done, GraphBuilder builder) {
    int next = done;
    while (next < uses(layer)) {
      Config use = layer.get("inbound_nodes").get(next);
      List<TensorHistory> inputs = TensorHistory.inputs(name(layer), use);
      if (!inputs.stream().allMatch(this::isKnown)) {
        break;
      }
      List<String> names = inputs.stream().map(input -> tensor(input, builder)).toList();
      String tensor = next == 0 ? name(layer) : name(layer) + "_use" + next;
      if (isModel(layer)) {
        addModel(layer, tensor, next, names, builder);
      } else if (uses(layer) > 1) {
        addShared(layer, tensor, next, names, builder);
      } else {
        add(layer, tensor, names, builder);
      }
      if (!isModel(layer)) {
        tensors.put(new TensorHistory(name(layer), next, 0), tensor);
      }
      next++;
    }
    return next;
  }

  private boolean isKnown(TensorHistory tensor) {
    return tensors.containsKey(tensor)
        || tensors.containsKey(new TensorHistory(tensor.layer(), tensor.call(), 0));
  }

  /** The name of a tensor; the states of a recurrent layer are added when they are asked for. */
  private String tensor(TensorHistory history, GraphBuilder builder) {
    String known = tensors.get(history);
    if (known != null) {
      return known;
    }
    String giver = tensors.get(new TensorHistory(history.layer(), history.call(), 0));
    if (giver == null) {
      throw new KerasFormatException("there is no tensor of the layer " + history.layer());
    }
    String state = "%s_state%d".formatted(giver, history.index() - 1);
    addLayer(new State.Spec(history.index() - 1), state, List.of(giver), builder);
    tensors.put(history, state);
    return state;
  }

  private void addInput(String name, Config config, GraphBuilder builder) {
    Config shape =
        config.get("batch_shape").isNull()
            ? config.get("batch_input_shape")
            : config.get("batch_shape");
    if (!shape.isList()) {
      throw new KerasFormatException(
          "%s does not say what shape it reads (batch_shape)".formatted(name));
    }
    List<Axis> axes = new ArrayList<>();
    for (int i = 1; i < shape.list().size(); i++) {
      axes.add(
          shape.get(i).isNull()
              ? Shape.parse(name.replaceAll("\\W", "_") + "_" + i).axis(0)
              : Axis.of(shape.get(i).size(-1)));
    }
    Config dtype = config.get("dtype");
    boolean integers =
        (dtype.isText() ? dtype.text() : dtype.get("config").get("name").text()).startsWith("int");
    TensorType type = new TensorType(Shape.of(axes), integers ? DataType.INT32 : DataType.FLOAT32);
    builder.layer(name, new InputLayer(type));
    types.put(name, type);
  }

  private void add(Config layer, String tensor, List<String> inputs, GraphBuilder builder) {
    if (isModel(layer)) {
      addModel(layer, tensor, 0, inputs, builder);
    } else {
      addLayer(spec(layer, inputs), tensor, inputs, builder);
      freeze(layer, builder);
    }
  }

  private void addLayer(LayerSpec spec, String tensor, List<String> inputs, GraphBuilder builder) {
    builder.layer(tensor, spec, inputs.toArray(String[]::new));
    types.put(tensor, infer(spec, tensor, inputs));
  }

  private void addShared(
      Config layer, String tensor, int use, List<String> inputs, GraphBuilder builder) {
    LayerSpec spec = spec(layer, inputs);
    if (use == 0) {
      builder.shared(name(layer), spec);
      freeze(layer, builder);
    }
    builder.apply(tensor, name(layer), inputs.toArray(String[]::new));
    types.put(tensor, infer(spec, tensor, inputs));
  }

  private void addModel(
      Config layer, String tensor, int use, List<String> inputs, GraphBuilder builder) {
    Graph model = new ModelReader(version).read(layer);
    if (use == 0) {
      builder.model(name(layer), model);
      freeze(layer, builder);
    }
    List<OutputSpec> outputs = model.outputs();
    for (int i = 0; i < outputs.size(); i++) {
      String given = outputs.size() == 1 ? tensor : tensor + "_" + outputs.get(i).tensor();
      builder.applyOutput(
          given, name(layer), outputs.get(i).tensor(), inputs.toArray(String[]::new));
      tensors.put(new TensorHistory(name(layer), use, i), given);
      Node output = model.node(outputs.get(i).tensor());
      types.put(given, output.type());
    }
  }

  private static void freeze(Config layer, GraphBuilder builder) {
    if (!layer.get("config").get("trainable").truth(true)) {
      builder.freeze(name(layer));
    }
  }

  private LayerSpec spec(Config layer, List<String> inputs) {
    TensorType first = types.get(inputs.get(0));
    int rank = first == null ? 0 : first.shape().rank();
    return new LayerReader(name(layer), layer, version, rank).spec();
  }

  private TensorType infer(LayerSpec spec, String tensor, List<String> inputs) {
    List<TensorType> read = new ArrayList<>();
    for (String input : inputs) {
      TensorType type = types.get(input);
      if (type == null) {
        throw new KerasFormatException("%s reads %s, which is not there".formatted(tensor, input));
      }
      read.add(type);
    }
    try {
      return spec.infer(read).output();
    } catch (LayerException e) {
      throw new KerasFormatException("%s: %s".formatted(tensor, e.getMessage()), e);
    }
  }

  private static String name(Config layer) {
    return layer.get("name").text(layer.get("config").get("name").text());
  }
}
