package io.tenon.keras;

import io.tenon.DataType;
import io.tenon.graph.Graph;
import io.tenon.graph.GraphBuilder;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts layers, as they are read, into the builder of a graph. */
final class GraphAssembler {
  private final Source source;
  private final GraphBuilder builder;
  private final Map<String, TensorType> types = new HashMap<>();
  private final Map<String, LayerSpec> shared = new HashMap<>();
  private final Map<String, Graph> models = new HashMap<>();
  private final Set<String> names;

  GraphAssembler(Source source, GraphBuilder builder, List<Config> layers) {
    this.source = source;
    this.builder = builder;
    this.names = layers.stream().map(ModelReader::name).collect(Collectors.toSet());
  }

  static boolean isInput(Config layer) {
    return KerasObject.className(layer).equals("InputLayer");
  }

  /** That name, or a longer one where a layer has it. */
  String fresh(String name) {
    String free = name;
    while (!names.add(free)) {
      free += "_";
    }
    return free;
  }

  /**
   * Adds an input.
   *
   * @param config that of the layer where the model begins
   * @param fallback its shape, where the configuration has none
   * @param tokens whether it is numbers of words, whatever the file says
   */
  void input(String name, Config config, Config fallback, boolean tokens) {
    Config shape = config.get("batch_shape");
    shape = shape.isNull() ? config.get("batch_input_shape") : shape;
    shape = shape.isNull() ? fallback : shape;
    if (!shape.isList()) {
      throw new KerasFormatException(
          "%s does not say what shape it reads (batch_shape)".formatted(name));
    }
    List<Axis> axes = new ArrayList<>();
    List<Config> sizes = shape.list();
    for (int i = 1; i < sizes.size(); i++) {
      axes.add(axis(name, i, sizes.get(i)));
    }
    if (axes.isEmpty()) {
      throw new KerasFormatException(
          "%s reads single numbers (batch_shape %s); tensors have an axis besides the batch"
              .formatted(name, shape));
    }
    Config dtype = config.get("dtype");
    String type = dtype.text(dtype.get(KerasObject.CONFIG).get("name").text());
    boolean integers = tokens || type.startsWith("int") || type.startsWith("uint");
    add(
        name,
        new InputLayer(
            new TensorType(Shape.of(axes), integers ? DataType.INT32 : DataType.FLOAT32),
            source.stateful() ? batchSize(name, sizes.get(0)) : 0));
  }

  private static int batchSize(String input, Config size) {
    if (!size.isNull() && (!size.isInteger() || size.integer(0) < 1)) {
      throw new KerasFormatException(
          "%s has batches of %s; their size is 1 or more".formatted(input, size));
    }
    return size.integer(0);
  }

  private static Axis axis(String input, int index, Config size) {
    if (size.isNull()) {
      return Axis.named(input.replaceAll("\\W", "_") + "_" + index);
    }
    if (size.size(0) < 1) {
      throw new KerasFormatException(
          "%s has an axis of size %s; sizes are 1 or more".formatted(input, size));
    }
    return Axis.of(size.size(0));
  }

  private void add(String name, InputLayer input) {
    builder.layer(name, input);
    types.put(name, input.type());
  }

  /**
   * The layer that a configuration describes.
   *
   * @param first the first tensor that it reads
   * @param arguments what its call is given by name besides tensors
   */
  LayerSpec spec(Config layer, String first, Config arguments) {
    TensorType type = types.get(first);
    int rank = type == null ? 0 : type.shape().rank();
    return new LayerReader(source, ModelReader.name(layer), layer, arguments, rank).read();
  }

  /** Adds what a layer makes of others. */
  void add(Config layer, LayerSpec spec, String tensor, List<String> inputs) {
    addLayer(spec, tensor, inputs);
    freeze(layer);
  }

  /** The same of a layer that is used several times. */
  void addShared(Config layer, LayerSpec spec, String tensor, List<String> inputs) {
    String name = ModelReader.name(layer);
    LayerSpec before = shared.putIfAbsent(name, spec);
    if (before == null) {
      builder.shared(name, spec);
      freeze(layer);
    } else if (!before.equals(spec)) {
      throw new KerasFormatException(
          "%s is called in two ways, %s and %s".formatted(name, before, spec));
    }
    builder.apply(tensor, name, inputs.toArray(String[]::new));
    types.put(tensor, infer(spec, tensor, inputs));
  }

  /** Adds what a model makes of tensors; returns the names of what it gives. */
  List<String> addModel(Config layer, String tensor, List<String> inputs) {
    String name = ModelReader.name(layer);
    Graph model = models.get(name);
    if (model == null) {
      model = new ModelReader(source).read(layer);
      models.put(name, model);
      builder.model(name, model);
      freeze(layer);
    }
    List<String> given = new ArrayList<>();
    for (OutputSpec output : model.outputs()) {
      String each = model.outputs().size() == 1 ? tensor : fresh(tensor + "_" + output.tensor());
      builder.applyOutput(each, name, output.tensor(), inputs.toArray(String[]::new));
      types.put(each, model.node(output.tensor()).type());
      given.add(each);
    }
    return given;
  }

  private void freeze(Config layer) {
    if (!layer.get(KerasObject.CONFIG).get("trainable").truth(true)) {
      builder.freeze(ModelReader.name(layer));
    }
  }

  /** Adds a state that a recurrent layer gives. */
  String state(String giver, int index) {
    String state = fresh("%s_state%d".formatted(giver, index));
    addLayer(new State.Spec(index), state, List.of(giver));
    return state;
  }

  void output(String tensor) {
    builder.output(tensor);
  }

  private void addLayer(LayerSpec spec, String tensor, List<String> inputs) {
    builder.layer(tensor, spec, inputs.toArray(String[]::new));
    types.put(tensor, infer(spec, tensor, inputs));
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
    if (!spec.inputCount().allows(read.size())) {
      throw new KerasFormatException(
          "%s (%s) reads %s, found %d"
              .formatted(tensor, spec.className(), spec.inputCount().describe(), read.size()));
    }
    try {
      return spec.infer(read).output();
    } catch (LayerException e) {
      throw new KerasFormatException("%s: %s".formatted(tensor, e.getMessage()), e);
    }
  }
}
