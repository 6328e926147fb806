package io.tenon.data;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

public record Weighting(Map<String, INDArray> byOutput) {
  public static final Weighting ALIKE = new Weighting(Map.of());

  public static Weighting of(INDArray weights) {
    return new Weighting(Map.of("", weights));
  }

  public Weighting with(String output, INDArray weights) {
    return this;
  }
}
