package io.tenon.processor.read;

import io.tenon.check.ModelDeclaration;
import io.tenon.problem.Diagnostic;
import io.tenon.processor.report.ModelPositions;
import java.util.List;
import java.util.Map;

/**
 * A model as it stands in the source.
 *
 * @param source what a generator needs of it
 * @param declaration what is to be checked
 * @param positions where everything stands
 * @param problems what could not be read, each thing told once
 */
public record ReadModel(
    ModelSource source,
    ModelDeclaration declaration,
    ModelPositions positions,
    List<Diagnostic> problems) {

  /** Copies the list. */
  public ReadModel {
    problems = List.copyOf(problems);
  }

  /**
   * What a generator needs to know of a model besides its graph.
   *
   * @param type the type that declares it
   * @param isPublic whether all code can see that type
   * @param calls for each tensor that is not an input, its layer as the user wrote it
   */
  public record ModelSource(TypeReference type, boolean isPublic, Map<String, LayerCall> calls) {
    /** Copies the map. */
    public ModelSource {
      calls = Map.copyOf(calls);
    }
  }
}
