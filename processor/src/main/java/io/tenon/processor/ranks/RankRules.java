package io.tenon.processor.ranks;

import io.tenon.processor.ranks.RankRule.Reading;
import io.tenon.processor.ranks.RankRule.Wrapping;
import io.tenon.processor.ranks.Trials.Trial;
import io.tenon.processor.read.LayerType;
import io.tenon.processor.read.LayerType.Member;
import io.tenon.shape.RankType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the rules of layers by trying them on tensors of each rank, so that what a spec infers is
 * the one place that tells. A layer whose spec is not on the processor's path stays unknown.
 */
public final class RankRules {
  private final Map<LayerType, RankRule> rules = new LinkedHashMap<>();

  /** The rules of the layers of a package. */
  public RankRules(List<LayerType> layers) {
    for (LayerType layer : layers) {
      if (layer.members().stream().noneMatch(Member::isWrapped)) {
        load(layer).ifPresent(type -> rules.put(layer, rule(new Trials(type))));
      }
    }
    for (LayerType layer : layers) {
      layer.members().stream()
          .filter(Member::isWrapped)
          .findFirst()
          .ifPresent(
              wrapped ->
                  load(layer).ifPresent(type -> rules.put(layer, wrapper(type, wrapped.name()))));
    }
  }

  /** The rule of a layer. */
  public RankRule of(LayerType layer) {
    return rules.getOrDefault(layer, RankRule.UNKNOWN);
  }

  private static Optional<Class<?>> load(LayerType layer) {
    try {
      return Optional.of(
          Class.forName(layer.spec().binaryName(), true, RankRules.class.getClassLoader()));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static RankRule rule(Trials trials) {
    List<Reading> readings = readings(trials.with(Map.of()));
    Map<String, RankType> changes = new TreeMap<>();
    if (readings.stream().map(reading -> reading.inputs().get(0)).distinct().count() == 1) {
      trials
          .flags()
          .forEach(
              (flag, value) ->
                  changed(readings, readings(trials.with(Map.of(flag, value))))
                      .ifPresent(output -> changes.put(flag, output)));
    }
    return new RankRule(readings, changes, List.of());
  }

  /** What the first reading gives now, if that is something else than before. */
  private static Optional<RankType> changed(List<Reading> before, List<Reading> now) {
    return now.isEmpty() || now.get(0).output().equals(before.get(0).output())
        ? Optional.empty()
        : now.get(0).output();
  }

  private static List<Reading> readings(List<Trial> trials) {
    Map<List<RankType>, Map<Integer, Optional<RankType>>> found = new LinkedHashMap<>();
    boolean repeated = false;
    for (Trial trial : trials) {
      repeated = Samples.isUnbounded(trial.spec().inputCount());
      for (List<RankType> inputs : Samples.inputs(trial.spec().inputCount())) {
        Samples.output(trial.spec(), inputs)
            .ifPresent(
                output ->
                    found
                        .computeIfAbsent(inputs, unused -> new TreeMap<>())
                        .merge(
                            trial.length(),
                            output,
                            (one, other) -> one.equals(other) ? one : Optional.empty()));
      }
    }
    List<Reading> readings = new ArrayList<>();
    for (Map.Entry<List<RankType>, Map<Integer, Optional<RankType>>> entry : found.entrySet()) {
      if (!isReadAsVectors(entry.getKey(), found.keySet())) {
        boolean oneRank = entry.getKey().stream().distinct().count() == 1;
        readings.add(new Reading(entry.getKey(), repeated && oneRank, entry.getValue()));
      }
    }
    return readings;
  }

  /** Where vectors are read besides the first tensor, tokens are not offered as well. */
  private static boolean isReadAsVectors(List<RankType> inputs, Set<List<RankType>> all) {
    List<RankType> vectors = new ArrayList<>(inputs);
    vectors
        .subList(1, vectors.size())
        .replaceAll(rank -> rank == RankType.TOKENS ? RankType.VECTOR : rank);
    return !vectors.equals(inputs) && all.contains(vectors);
  }

  private RankRule wrapper(Class<?> wrapper, String component) {
    List<Wrapping> wrappings = new ArrayList<>();
    for (RankType input : RankType.values()) {
      Map<LayerType, RankType> outputs = new LinkedHashMap<>();
      for (LayerType layer : rules.keySet()) {
        output(wrapper, component, layer, input).ifPresent(output -> outputs.put(layer, output));
      }
      if (!outputs.isEmpty()) {
        wrappings.add(wrapping(input, outputs));
      }
    }
    return new RankRule(List.of(), Map.of(), wrappings);
  }

  /** What a wrapper gives for a tensor when it wraps a layer. */
  private static Optional<RankType> output(
      Class<?> wrapper, String component, LayerType layer, RankType input) {
    for (Trial inner : load(layer).map(type -> new Trials(type).with(Map.of())).orElse(List.of())) {
      for (Trial outer : new Trials(wrapper).with(Map.of(component, inner.spec()))) {
        Optional<Optional<RankType>> output = Samples.output(outer.spec(), List.of(input));
        if (output.isPresent()) {
          return output.get();
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Which rank the wrapped layers read: that of which most of the readers are accepted. A wrapper
   * that takes most of them takes any; the few that it refuses are told when it is made.
   */
  private Wrapping wrapping(RankType input, Map<LayerType, RankType> outputs) {
    RankType wrapped = input;
    double best = -1;
    for (RankType rank : RankType.values()) {
      Set<LayerType> readers = readers(rank);
      Set<LayerType> both = new LinkedHashSet<>(readers);
      both.retainAll(outputs.keySet());
      Set<LayerType> either = new LinkedHashSet<>(readers);
      either.addAll(outputs.keySet());
      double share = (double) both.size() / either.size();
      if (share > best) {
        best = share;
        wrapped = rank;
      }
    }
    RankType reads = wrapped;
    boolean inTime =
        outputs.entrySet().stream()
            .allMatch(
                entry ->
                    of(entry.getKey()).output(reads).stream()
                        .allMatch(inner -> entry.getValue().rank() == inner.rank() + 1));
    List<LayerType> layers = best > 0.5 ? List.of() : List.copyOf(outputs.keySet());
    return new Wrapping(input, reads, layers, inTime);
  }

  private Set<LayerType> readers(RankType rank) {
    Set<LayerType> readers = new LinkedHashSet<>();
    rules.forEach(
        (layer, rule) -> {
          if (rule.readings().stream()
              .anyMatch(reading -> reading.inputs().equals(List.of(rank)))) {
            readers.add(layer);
          }
        });
    return readers;
  }
}
