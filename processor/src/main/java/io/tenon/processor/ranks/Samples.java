package io.tenon.processor.ranks;

import io.tenon.layer.InputCount;
import io.tenon.layer.LayerSpec;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Tensors of each rank type to ask layers about, all axes of one size, so that they fit together.
 */
final class Samples {
  /** Larger than any kernel, and divisible by what layers divide by: 64, 3 and 5. */
  static final int SIZE = 960;

  private static final int MOST_INPUTS = 3;

  private Samples() {}

  /** A tensor of a rank; one that a recurrent layer may have given comes with states of it. */
  static TensorType of(RankType rank) {
    long[] sizes = new long[rank.rank()];
    Arrays.fill(sizes, SIZE);
    TensorType type = new TensorType(Shape.of(sizes), rank.dataType());
    return rank == RankType.VECTOR || rank == RankType.SERIES
        ? type.withStates(Collections.nCopies(2, Shape.of(SIZE)))
        : type;
  }

  /** The rank type of what a layer gives for tensors of some ranks, unless it refuses them. */
  static Optional<Optional<RankType>> output(LayerSpec layer, List<RankType> inputs) {
    if (!inputs.stream().allMatch(rank -> layer.reads(rank.dataType()))) {
      return Optional.empty();
    }
    try {
      TensorType output = layer.infer(inputs.stream().map(Samples::of).toList()).output();
      return Optional.of(RankType.of(output));
    } catch (RuntimeException e) {
      return Optional.empty(); // however a layer refuses: this is only a trial
    }
  }

  /** Whether a layer reads any number of tensors. */
  static boolean isUnbounded(InputCount count) {
    return count.allows(MOST_INPUTS + 1);
  }

  /** The ranks of what a layer may be given; of one that reads any number, of two. */
  static List<List<RankType>> inputs(InputCount count) {
    List<List<RankType>> all = new ArrayList<>();
    List<List<RankType>> longest = List.of(List.of());
    int most = isUnbounded(count) ? 2 : MOST_INPUTS;
    for (int i = 1; i <= most; i++) {
      List<List<RankType>> longer = new ArrayList<>();
      for (List<RankType> begun : longest) {
        for (RankType rank : RankType.values()) {
          List<RankType> next = new ArrayList<>(begun);
          next.add(rank);
          longer.add(next);
        }
      }
      longest = longer;
      if (isUnbounded(count) ? i == most : count.allows(i)) {
        all.addAll(longest);
      }
    }
    return all;
  }
}
