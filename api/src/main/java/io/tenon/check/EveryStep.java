package io.tenon.check;

import io.tenon.layer.Bidirectional;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.RecurrentSpec;
import io.tenon.shape.RankType;
import io.tenon.shape.TensorType;
import java.util.List;

/** A recurrent layer that gives its last result where those of all steps are meant. */
final class EveryStep {
  private EveryStep() {}

  /** Whether a layer gives the result of its last step alone. */
  static boolean lacks(LayerSpec spec) {
    LayerSpec layer = spec instanceof Bidirectional.Spec both ? both.layer() : spec;
    return layer instanceof RecurrentSpec recurrent && !recurrent.returnSequences();
  }

  /** For a tensor that is declared to have all steps. */
  static List<String> remedy(RankType declared, TensorType found, String name) {
    return List.of(
        "To have the results of all steps, add returnSequences = true.",
        RankType.of(found)
            .map(type -> "Else write  %s %s  instead.".formatted(type.typeName(), name))
            .orElseGet(() -> "Else it is no %s.".formatted(declared.typeName())));
  }

  /** For a tensor that is read as if it had all steps. */
  static List<String> remedy(RankType expected, String read) {
    return List.of(
        "%s holds the last result alone: to have those of all steps,".formatted(read),
        "add returnSequences = true to its layer, and declare it as  %s %s."
            .formatted(expected.typeName(), read));
  }
}
