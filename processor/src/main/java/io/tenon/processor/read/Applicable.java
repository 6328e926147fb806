package io.tenon.processor.read;

import io.tenon.check.ModelDeclaration;
import io.tenon.layer.LayerSpec;
import io.tenon.processor.report.TensorPositions;
import java.util.Optional;

/**
 * What {@code @Apply} can apply: a shared layer, or a model used as one.
 *
 * @param name the method's name
 * @param spec of a layer that can be read
 * @param model of a model that fits
 * @param frozen whether training leaves it as it is
 * @param statement what the method says, unless it is wrong
 * @param positions where its parts stand
 */
record Applicable(
    String name,
    Optional<LayerSpec> spec,
    Optional<ModelDeclaration> model,
    boolean frozen,
    Optional<Statement> statement,
    TensorPositions positions) {}
