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
 */
public record ModelDeclaration(
    String name, List<TensorDeclaration> tensors, List<OutputSpec> outputs, boolean sequential) {

  /** Copies the lists. */
  public ModelDeclaration {
    tensors = List.copyOf(tensors);
    outputs = List.copyOf(outputs);
  }

  /** A model whose tensors name what they read. */
  public ModelDeclaration(String name, List<TensorDeclaration> tensors, List<OutputSpec> outputs) {
    this(name, tensors, outputs, false);
  }

  /** This declaration with sizes in the place of the names of its inputs' axes. */
  public ModelDeclaration bind(Map<String, Long> sizes) {
    return new ModelDeclaration(
        name, tensors.stream().map(tensor -> tensor.bind(sizes)).toList(), outputs, sequential);
  }
}
