package io.tenon.processor.ranks;

import io.tenon.processor.read.LayerType;
import io.tenon.shape.RankType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which ranks a layer reads, and which it gives for them.
 *
 * @param readings what it reads and gives while optional parameters have their defaults
 * @param changes the flags that give the result another rank when they are turned over, and which
 * @param wrappings for a layer that wraps another: what it reads and gives then
 */
public record RankRule(
    List<Reading> readings, Map<String, RankType> changes, List<Wrapping> wrappings) {
  /** The rule of a layer whose spec cannot be asked. */
  public static final RankRule UNKNOWN = new RankRule(List.of(), Map.of(), List.of());

  /** Copies the lists. */
  public RankRule {
    readings = List.copyOf(readings);
    changes = Map.copyOf(changes);
    wrappings = List.copyOf(wrappings);
  }

  /** What it gives for one tensor of a rank, if that does not depend on a parameter. */
  public Optional<RankType> output(RankType input) {
    return readings.stream()
        .filter(reading -> reading.inputs().equals(List.of(input)))
        .findFirst()
        .flatMap(Reading::output);
  }

  /**
   * Tensors that a layer reads, and what it gives for them.
   *
   * @param inputs their ranks
   * @param repeated whether more of the last one may follow
   * @param outputs by the number of elements of the last array that it needs, 0 where it needs
   *     none: what it gives; empty where that depends on other parameters
   */
  public record Reading(
      List<RankType> inputs, boolean repeated, Map<Integer, Optional<RankType>> outputs) {
    /** What it gives, if that does not depend on a parameter. */
    public Optional<RankType> output() {
      return outputs.values().stream().distinct().count() == 1
          ? outputs.values().iterator().next()
          : Optional.empty();
    }
  }

  /**
   * What a wrapper reads, and what may be wrapped then.
   *
   * @param input the rank that it reads
   * @param wrapped the rank that the wrapped layer reads
   * @param layers the layers that may be wrapped; empty for all that read that rank
   * @param inTime whether the result has the axis of time more than that of the wrapped layer
   */
  public record Wrapping(
      RankType input, RankType wrapped, List<LayerType> layers, boolean inTime) {}
}
