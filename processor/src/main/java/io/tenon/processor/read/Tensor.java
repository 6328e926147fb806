package io.tenon.processor.read;

import io.tenon.check.TensorDeclaration;
import io.tenon.processor.report.TensorPositions;
import java.util.Optional;

/**
 * What a method declares.
 *
 * @param declaration the tensor
 * @param positions where its parts stand
 * @param call the layer as the user wrote it, if it has one that can be read
 */
record Tensor(TensorDeclaration declaration, TensorPositions positions, Optional<LayerCall> call) {}
