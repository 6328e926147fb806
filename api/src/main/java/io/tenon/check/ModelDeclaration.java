package io.tenon.check;

import io.tenon.graph.OutputSpec;
import java.util.List;
import java.util.Map;

/**
 * A model as it was declared, not checked yet.
 *
 * @param name its name
 * @param tensors its tensors, in the order of declaration
 * @param outputs those that it gives
 * @param sequential whether each tensor reads the one before it without saying so
 * @param uses the models that are used as layers, whose tensors are among the tensors
 */
public record ModelDeclaration(
    String name,
    List<TensorDeclaration> tensors,
    List<OutputSpec> outputs,
    boolean sequential,
    List<ModelUse> uses) {

  /** Copies the lists. */
  public ModelDeclaration {
    tensors = List.copyOf(tensors);
    outputs = List.copyOf(outputs);
    uses = List.copyOf(uses);
  }

  /** A model whose tensors name what they read. */
  public ModelDeclaration(String name, List<TensorDeclaration> tensors, List<OutputSpec> outputs) {
    this(name, tensors, outputs, false);
  }

  /** A model without others as layers. */
  public ModelDeclaration(
      String name, List<TensorDeclaration> tensors, List<OutputSpec> outputs, boolean sequential) {
    this(name, tensors, outputs, sequential, List.of());
  }

  /** This declaration with sizes in the place of the names of its inputs' axes. */
  public ModelDeclaration bind(Map<String, Long> sizes) {
    return new ModelDeclaration(
        name,
        tensors.stream().map(tensor -> tensor.bind(sizes)).toList(),
        outputs,
        sequential,
        uses);
  }
}
