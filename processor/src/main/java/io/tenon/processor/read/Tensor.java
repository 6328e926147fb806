package io.tenon.processor.read;

import io.tenon.check.TensorDeclaration;
import io.tenon.processor.report.TensorPositions;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;

/**
 * What a method declares.
 *
 * @param declarations the tensor, behind those that a model used as a layer is made of
 * @param positions where its parts stand
 * @param statement what the method says, unless it is wrong
 */
record Tensor(
    List<TensorDeclaration> declarations,
    TensorPositions positions,
    Optional<Statement> statement) {

  /** A tensor about which all is told: its readers are not to blame. */
  static Tensor broken(Method method, List<AnnotationMirror> layers) {
    return new Tensor(
        List.of(new TensorDeclaration(method.name(), null, method.name(), List.of(), null, true)),
        TensorPositions.of(method.element(), layers),
        Optional.empty());
  }
}
