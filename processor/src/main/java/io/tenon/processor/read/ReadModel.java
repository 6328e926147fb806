package io.tenon.processor.read;

import io.tenon.check.ModelDeclaration;
import io.tenon.problem.Diagnostic;
import io.tenon.processor.report.ModelPositions;
import java.util.List;

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
   * @param isClass whether that is an abstract class, not an interface
   * @param statements what its methods say
   * @param frozen the methods whose layers training leaves as they are
   * @param wires which method reads what, such as {@code joined(left, right)}
   * @param signatures its abstract methods
   * @param isFromFile whether the model is that of a file
   */
  public record ModelSource(
      TypeReference type,
      boolean isPublic,
      boolean isClass,
      List<Statement> statements,
      List<String> frozen,
      List<String> wires,
      List<Signature> signatures,
      boolean isFromFile) {
    /** Copies the lists. */
    public ModelSource {
      statements = List.copyOf(statements);
      frozen = List.copyOf(frozen);
      wires = List.copyOf(wires);
      signatures = List.copyOf(signatures);
    }
  }

  /**
   * An abstract method.
   *
   * @param name its name
   * @param returns what it returns
   * @param parameters the types of its parameters
   */
  public record Signature(String name, TypeReference returns, List<TypeReference> parameters) {
    /** Copies the list. */
    public Signature {
      parameters = List.copyOf(parameters);
    }
  }
}
