package io.tenon.data;

import io.tenon.graph.Graph;
import java.util.OptionalInt;

/** The size of batches that an input of a model may fix. */
public final class FixedBatch {
  private FixedBatch() {}

  /**
   * Refuses samples that do not fill batches of the fixed size.
   *
   * @throws DataException if they do not
   */
  public static void requireWhole(Graph graph, int count) {
    OptionalInt fixed = graph.batchSize();
    if (fixed.isPresent() && count % fixed.getAsInt() != 0) {
      throw new DataException(
          ("%s reads batches of %d samples, as its @Input says, and %d do not fill them;"
                  + " give a multiple of %d")
              .formatted(graph.name(), fixed.getAsInt(), count, fixed.getAsInt()));
    }
  }

  /**
   * The size of batches.
   *
   * @param asked what was asked for
   * @param isAsked whether it was, or is a default
   * @throws DataException if another was asked for than the model fixes
   */
  public static int size(Graph graph, int asked, boolean isAsked) {
    OptionalInt fixed = graph.batchSize();
    if (isAsked && fixed.isPresent() && fixed.getAsInt() != asked) {
      throw new DataException(
          "%s reads batches of %d samples, as its @Input says, not of %d"
              .formatted(graph.name(), fixed.getAsInt(), asked));
    }
    return fixed.orElse(asked);
  }
}
