package io.tenon.file;

import io.tenon.plan.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.factory.Nd4j;

/** New weights, all read and checked before the first one is set. */
public final class WeightUpdate {
  private final Map<KerasLayer.Weight, float[]> values = new LinkedHashMap<>();
  private final List<String> loaded = new ArrayList<>();
  private final Map<String, String> skipped = new LinkedHashMap<>();
  private final List<String> unused = new ArrayList<>();

  WeightUpdate() {}

  void put(KerasLayer.Weight weight, float[] value) {
    values.put(weight, value);
  }

  void loaded(String layer) {
    loaded.add(layer);
  }

  void skip(String layer, String why) {
    skipped.put(layer, why);
  }

  void unused(String layer) {
    unused.add(layer);
  }

  /** Sets them. */
  public LoadReport apply(Parameters parameters) {
    values.forEach(
        (weight, value) ->
            parameters.set(
                weight.layer(),
                weight.spec().name(),
                Nd4j.createFromArray(value).reshape(weight.spec().shape().sizes())));
    return new LoadReport(loaded, skipped, unused);
  }
}
