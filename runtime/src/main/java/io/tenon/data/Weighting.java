package io.tenon.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How much each sample counts in the losses.
 *
 * @param byOutput 0 or more by the names of outputs, as {@link Samples#weights} has them; those of
 *     the empty name count for all that are not named
 */
public record Weighting(Map<String, INDArray> byOutput) {
  /** All samples count alike. */
  public static final Weighting ALIKE = new Weighting(Map.of());

  /** Copies the map. */
  public Weighting {
    byOutput = Map.copyOf(byOutput);
  }

  /**
   * Weights for all outputs.
   *
   * @param weights (samples), 0 or more
   */
  public static Weighting of(INDArray weights) {
    return new Weighting(Map.of("", weights));
  }

  /**
   * The same with other weights for one output.
   *
   * @param weights (samples), 0 or more
   */
  public Weighting with(String output, INDArray weights) {
    Map<String, INDArray> all = new LinkedHashMap<>(byOutput);
    all.put(output, weights);
    return new Weighting(all);
  }
}
