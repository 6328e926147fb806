package io.tenon.network;

import io.tenon.data.CheckedSamples;
import io.tenon.data.DataException;
import io.tenon.data.DataIterator;
import io.tenon.data.SampleArrays;
import io.tenon.data.Samples;
import io.tenon.file.CompileSettings;
import io.tenon.file.KerasJson;
import io.tenon.file.LoadOptions;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.loss.LossFunction;
import io.tenon.metric.MetricSpec;
import io.tenon.optimizer.Optimizer;
import io.tenon.plan.Parameters;
import io.tenon.source.GraphDifferences;
import io.tenon.training.Trainer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A model by name: a graph with weights, which predicts, trains and saves itself. Generated classes
 * give it types.
 *
 * <p>Prediction may be called from many threads at once; training from one at a time, and while it
 * runs, predictions see weights that change. Weights and plans lie outside the Java heap until
 * {@link #close}.
 *
 * <pre>{@code
 * try (Network network = Network.builder(graph).optimizer(adam()).seed(42).build()) {
 *   network.fit(samples, fit -> fit.epochs(5));
 *   INDArray probabilities = network.predict(images)[0];
 * }
 * }</pre>
 */
public final class Network extends Storable implements AutoCloseable {
  private final Graph graph;
  private final Parameters parameters;
  private final Predictor predictor;
  private final Optimizer optimizer;
  private final Map<String, LossFunction> losses;
  private final Map<String, Double> lossWeights;
  private final Map<String, List<MetricSpec>> metrics;
  private final long seed;

  Network(NetworkBuilder builder) {
    this.graph = builder.graph;
    this.optimizer = builder.optimizer;
    this.losses = Collections.unmodifiableMap(new LinkedHashMap<>(builder.losses));
    this.lossWeights = Collections.unmodifiableMap(new LinkedHashMap<>(builder.lossWeights));
    this.metrics = Collections.unmodifiableMap(new LinkedHashMap<>(builder.metrics));
    this.seed = builder.seed();
    this.parameters = Parameters.of(graph, seed);
    this.predictor = new Predictor(parameters);
  }

  /** Begins a network of that graph. */
  public static NetworkBuilder builder(Graph graph) {
    return new NetworkBuilder(graph);
  }

  /**
   * The model of a file: {@code .keras} or {@code .h5}, of Keras 2 or 3, with its weights and, if
   * it was compiled, what it was compiled with and where its training stood.
   *
   * @throws io.tenon.keras.KerasFormatException if the file is no whole model, is damaged, or holds
   *     what Tenon does not have
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Network load(Path file) {
    return load(file, options -> {});
  }

  /**
   * The model of a file that names losses, metrics, layers or functions of one's own.
   *
   * @param options such as {@code load -> load.loss("distance", distance)}
   * @throws io.tenon.keras.KerasFormatException if the file is no whole model, is damaged, or holds
   *     what neither Tenon nor the options have
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Network load(Path file, Consumer<? super LoadOptions> options) {
    LoadOptions chosen = new LoadOptions();
    options.accept(chosen);
    return new NetworkLoader(chosen).load(file, null);
  }

  /**
   * A model that is known, with the weights of a file of it and what that was compiled with. The
   * file may be of Keras's: its layers may be called otherwise, if they are the same in order.
   *
   * @param graph the model that the file is expected to hold
   * @throws io.tenon.keras.KerasFormatException if the file is no model, is damaged, or holds
   *     another model; it says, layer by layer, what differs
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Network load(Path file, Graph graph) {
    return load(file, graph, options -> {});
  }

  /**
   * {@link #load(Path, Graph)} of a file that names losses, metrics, layers or functions of one's
   * own; the functions of the graph are known.
   */
  public static Network load(Path file, Graph graph, Consumer<? super LoadOptions> options) {
    LoadOptions chosen = new LoadOptions();
    options.accept(chosen);
    return new NetworkLoader(chosen).load(file, graph);
  }

  /** What it computes. */
  @Override
  public Graph graph() {
    return graph;
  }

  /**
   * This network, if it computes what a graph does under the same names; the names of the models
   * and the losses do not matter.
   *
   * @throws IllegalArgumentException if it does not; it says, tensor by tensor, what differs
   */
  public Network requireGraph(Graph expected) {
    List<String> differences = GraphDifferences.between(expected, graph);
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is not %s:\n  %s"
              .formatted(graph.name(), expected.name(), String.join("\n  ", differences)));
    }
    return this;
  }

  /** The seed of its first weights, shuffling and dropout. */
  public long seed() {
    return seed;
  }

  /**
   * Predicts.
   *
   * @param inputs one array for each input, in the graph's order: (samples, the input's shape)
   * @return one array for each output, in the graph's order: (samples, the output's shape)
   * @throws DataException if an array does not fit
   */
  public INDArray[] predict(INDArray... inputs) {
    return predictor.predict(inOrder(inputs));
  }

  /**
   * Predicts one batch, whatever its size, in one run.
   *
   * @param inputs one array for each input, in the graph's order: (samples, the input's shape)
   * @throws DataException if an array does not fit
   */
  public INDArray[] predictOnBatch(INDArray... inputs) {
    return predictor.predictOnBatch(inOrder(inputs));
  }

  private CheckedSamples inOrder(INDArray... inputs) {
    List<Node> nodes = graph.inputs();
    if (inputs.length != nodes.size()) {
      throw new DataException(
          "%s reads %s, found %d arrays"
              .formatted(
                  graph.name(),
                  String.join(", ", nodes.stream().map(Node::name).toList()),
                  inputs.length));
    }
    Map<String, INDArray> named = new LinkedHashMap<>();
    for (int i = 0; i < inputs.length; i++) {
      named.put(nodes.get(i).name(), inputs[i]);
    }
    return CheckedSamples.of(graph, named);
  }

  /**
   * Predicts by name.
   *
   * @param inputs an array for each input: (samples, the input's shape)
   * @return an array for each output: (samples, the output's shape)
   * @throws DataException if an array is missing, unknown or does not fit
   */
  public Map<String, INDArray> predict(Map<String, INDArray> inputs) {
    return named(predictor.predict(CheckedSamples.of(graph, inputs)));
  }

  private Map<String, INDArray> named(INDArray[] results) {
    Map<String, INDArray> named = new LinkedHashMap<>();
    for (int i = 0; i < results.length; i++) {
      named.put(graph.outputs().get(i).tensor(), results[i]);
    }
    return named;
  }

  /**
   * Predicts one batch by name, whatever its size, in one run.
   *
   * @throws DataException if an array is missing, unknown or does not fit
   */
  public Map<String, INDArray> predictOnBatch(Map<String, INDArray> inputs) {
    return named(predictor.predictOnBatch(CheckedSamples.of(graph, inputs)));
  }

  /**
   * Predicts batches, one after the other, and puts the results together. Labels are left alone.
   *
   * @return an array for each output: (samples of all batches, the output's shape)
   * @throws DataException if a batch does not fit, or there are none
   */
  public Map<String, INDArray> predict(Iterable<? extends SampleArrays> batches) {
    Map<String, List<INDArray>> parts = new LinkedHashMap<>();
    try (DataIterator<Samples> pass = dataset(batches).open(0)) {
      while (pass.hasNext()) {
        predict(pass.next().inputs())
            .forEach(
                (name, rows) -> parts.computeIfAbsent(name, key -> new ArrayList<>()).add(rows));
      }
    }
    if (parts.isEmpty()) {
      throw new DataException("%s: there are no batches to predict".formatted(graph.name()));
    }
    Map<String, INDArray> whole = new LinkedHashMap<>();
    parts.forEach((name, rows) -> whole.put(name, Nd4j.concat(0, rows.toArray(INDArray[]::new))));
    return whole;
  }

  /**
   * A layer.
   *
   * @throws NoSuchElementException if there is none of that name, with the nearest name
   */
  public LayerView layer(String name) {
    return new LayerView(graph.name(), graph.layer(name), parameters);
  }

  /**
   * Has stateful layers begin again from states of 0. Until then a batch goes on where the last one
   * of its size ended, be it for training, evaluation or prediction.
   */
  public void resetStates() {
    parameters.resetStates();
  }

  /**
   * A network with fresh weights of an architecture that {@link #toJson} or Keras wrote.
   *
   * @throws io.tenon.keras.KerasFormatException if it is none, or holds what Tenon does not have
   */
  public static Network fromJson(String json) {
    return builder(KerasJson.parse(json)).build();
  }

  /**
   * A network with fresh weights of a model that is known, which a text must describe: its layers
   * may be called otherwise, if they are the same in order.
   *
   * @param graph the model that the text is expected to hold
   * @throws io.tenon.keras.KerasFormatException if it is no model, or another; it says, layer by
   *     layer, what differs
   */
  public static Network fromJson(String json, Graph graph) {
    return new NetworkLoader(new LoadOptions()).parse(json, graph);
  }

  @Override
  Trainer makeTrainer() {
    return new Trainer(
        graph, parameters, optimizer, losses, lossWeights, metrics, this::predict, seed);
  }

  @Override
  Parameters parameters() {
    return parameters;
  }

  @Override
  Optional<CompileSettings> settings() {
    return losses.isEmpty()
        ? Optional.empty()
        : Optional.of(new CompileSettings(Optional.of(optimizer), losses, lossWeights, metrics));
  }

  /** Frees the weights and plans; the network must not be used any more. */
  @Override
  public synchronized void close() {
    predictor.close();
    closeTrainer();
    parameters.close();
  }
}
