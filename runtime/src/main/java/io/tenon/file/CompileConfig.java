package io.tenon.file;

import io.tenon.graph.Graph;
import io.tenon.graph.OutputSpec;
import io.tenon.keras.Config;
import io.tenon.loss.LossConfig;
import io.tenon.loss.LossFunction;
import io.tenon.metric.MetricConfig;
import io.tenon.metric.MetricSpec;
import io.tenon.optimizer.OptimizerConfig;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code compile_config} of {@code .keras} files and the {@code training_config} of {@code .h5}
 * files.
 */
public final class CompileConfig {
  private static final String OPTIMIZER = "optimizer";
  private static final String LEGACY_OPTIMIZER = "optimizer_config";

  private CompileConfig() {}

  /**
   * What a model was compiled with.
   *
   * @param config either of both configurations
   * @param graph the model
   * @param losses losses of one's own, by the names in files
   * @param metrics metrics of one's own, by the names in files
   * @throws io.tenon.keras.KerasFormatException if it names what Tenon does not have
   */
  public static CompileSettings read(
      Config config,
      Graph graph,
      Map<String, LossFunction> losses,
      Map<String, MetricSpec> metrics) {
    List<String> outputs = graph.outputs().stream().map(OutputSpec::tensor).toList();
    Config optimizer =
        config.get(OPTIMIZER).isNull() ? config.get(LEGACY_OPTIMIZER) : config.get(OPTIMIZER);
    Map<String, LossFunction> foundLosses = new LinkedHashMap<>();
    Map<String, Double> foundWeights = new LinkedHashMap<>();
    Map<String, List<MetricSpec>> foundMetrics = new LinkedHashMap<>();
    for (int i = 0; i < outputs.size(); i++) {
      String output = outputs.get(i);
      Config loss = of(config.get("loss"), output, i);
      if (!loss.isNull()) {
        foundLosses.put(output, LossConfig.read(loss, losses));
      }
      Config weight = of(config.get("loss_weights"), output, i);
      if (weight.isNumber()) {
        foundWeights.put(output, weight.number(1));
      }
      List<MetricSpec> specs = new ArrayList<>();
      for (Config each : metrics(config.get("metrics"), output, i, outputs.size())) {
        specs.add(MetricConfig.read(each, metrics));
      }
      if (!specs.isEmpty()) {
        foundMetrics.put(output, specs);
      }
    }
    return new CompileSettings(
        optimizer.isNull() ? Optional.empty() : Optional.of(OptimizerConfig.read(optimizer)),
        foundLosses,
        foundWeights,
        foundMetrics);
  }

  /** What is meant for an output: by its name, by its place, or for all alike. */
  private static Config of(Config value, String output, int index) {
    if (value.isList()) {
      return value.get(index);
    }
    boolean byName = value.isMap() && value.get("class_name").isMissing();
    return byName && value.get("name").isMissing() ? value.get(output) : value;
  }

  /** One list for a single output or, in Keras 2, for all; else a list or a metric for each. */
  private static List<Config> metrics(Config value, String output, int index, int count) {
    Config own = value;
    boolean each = value.isList() && value.list().stream().anyMatch(element -> element.isList());
    if (each) {
      own = value.get(index);
    } else if (!value.isList()) {
      own = of(value, output, index);
    } else if (count > 1 && value.list().size() == count) {
      own = value.get(index);
    }
    if (own.isNull()) {
      return List.of();
    }
    return own.isList() ? own.list() : List.of(own);
  }

  /**
   * What a model was compiled with, as {@code .keras} files hold it.
   *
   * @throws IllegalArgumentException if Keras does not have the optimizer
   */
  public static Map<String, @Nullable Object> write(CompileSettings settings, Graph graph) {
    return write(settings, graph, OPTIMIZER);
  }

  /**
   * The same as the {@code training_config} of {@code .h5} files.
   *
   * @throws IllegalArgumentException if Keras does not have the optimizer
   */
  public static Map<String, @Nullable Object> writeLegacy(CompileSettings settings, Graph graph) {
    return write(settings, graph, LEGACY_OPTIMIZER);
  }

  private static Map<String, @Nullable Object> write(
      CompileSettings settings, Graph graph, String optimizerKey) {
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    List<@Nullable Object> losses = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    List<@Nullable Object> metrics = new ArrayList<>();
    for (OutputSpec output : graph.outputs()) {
      LossFunction loss = settings.losses().get(output.tensor());
      losses.add(loss == null ? null : LossConfig.write(loss));
      weights.add(settings.lossWeights().getOrDefault(output.tensor(), 1.0));
      TensorType type = graph.node(output.tensor()).type();
      int classes = (int) type.shape().last().size().orElse(1);
      List<Object> each = new ArrayList<>();
      settings
          .metrics()
          .getOrDefault(output.tensor(), List.of())
          .forEach(metric -> each.add(MetricConfig.write(metric, classes)));
      metrics.add(each.isEmpty() ? null : each);
    }
    boolean single = losses.size() == 1;
    boolean measured = metrics.stream().anyMatch(each -> each != null);
    boolean weighted = weights.stream().anyMatch(weight -> weight != 1);
    Map<String, @Nullable Object> optimizer =
        settings.optimizer().map(OptimizerConfig::write).orElse(null);
    if (optimizer != null && optimizerKey.equals(OPTIMIZER)) {
      config.put(optimizerKey, optimizer);
    }
    config.put("loss", single ? losses.get(0) : losses);
    config.put("loss_weights", weighted ? weights : null);
    config.put("metrics", !measured ? null : single ? metrics.get(0) : metrics);
    config.put("weighted_metrics", null);
    config.put("run_eagerly", false);
    config.put("steps_per_execution", 1);
    config.put("jit_compile", false);
    if (optimizer != null && optimizerKey.equals(LEGACY_OPTIMIZER)) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      plain.put("class_name", optimizer.get("class_name"));
      plain.put("config", optimizer.get("config"));
      config.put(optimizerKey, plain);
    }
    return config;
  }
}
