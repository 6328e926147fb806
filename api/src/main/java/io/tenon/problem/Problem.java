package io.tenon.problem;

import java.util.Locale;

/**
 * Everything that can be wrong with a model. The {@link #id} opens the message, is the key of
 * {@code @SuppressWarnings("tenon:...")} for warnings, and names the page of the documentation.
 */
public enum Problem {
  /** A shape that cannot be read. */
  BAD_SHAPE,
  /** A reshape that does not hold its input. */
  BAD_RESHAPE,
  /** Tensors that read each other in a circle. */
  CYCLE,
  /** Two tensors of one name. */
  DUPLICATE_TENSOR,
  /** A parameter outside its range. */
  INVALID_VALUE,
  /** A kernel or pool larger than what it reads. */
  KERNEL_TOO_LARGE,
  /** A loss that the output or its activation cannot serve. */
  LOSS_MISMATCH(Severity.WARNING),
  /** A mask that ends at a layer which cannot take it. */
  MASK_LOST(Severity.WARNING),
  /** A metric that the output or its labels cannot serve. */
  METRIC_MISMATCH,
  /** A model that reads nothing. */
  MISSING_INPUT,
  /** A model that gives nothing. */
  MISSING_OUTPUT,
  /** A value that nothing tells. */
  MISSING_VALUE,
  /** A file that a model is to be made of, and cannot. */
  MODEL_FILE,
  /** Parameter names that a class file does not hold. */
  NAMES_NOT_IN_CLASS_FILE,
  /** An annotation on what cannot be a model. */
  NOT_A_MODEL,
  /** A number that does not divide another. */
  NOT_DIVISIBLE,
  /** A tensor of another rank than the layer or the signature says. */
  RANK_MISMATCH,
  /** Shapes that do not fit each other. */
  SHAPE_MISMATCH,
  /** A shared layer that is used on shapes which need different weights. */
  SHARED_LAYER_MISMATCH,
  /** Elements of another type than the layer reads. */
  TYPE_MISMATCH,
  /** An axis that must be known before run time and is not. */
  UNKNOWN_AXIS,
  /** A tensor read under a name that no tensor has. */
  UNKNOWN_INPUT,
  /** A method that is neither a tensor nor anything else of a model. */
  UNSUPPORTED_MEMBER,
  /** A tensor that nothing reads. */
  UNUSED_TENSOR(Severity.WARNING),
  /** More or fewer inputs than a layer reads. */
  WRONG_ARITY;

  private final Severity severity;

  Problem() {
    this(Severity.ERROR);
  }

  Problem(Severity severity) {
    this.severity = severity;
  }

  /** Whether it stops the model from being made. */
  public Severity severity() {
    return severity;
  }

  /** The name in messages, such as {@code KernelTooLarge}. */
  public String id() {
    StringBuilder id = new StringBuilder();
    for (String word : name().split("_", -1)) {
      id.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return id.toString();
  }

  /** How bad a problem is. */
  public enum Severity {
    /** No model is made. */
    ERROR,
    /** Advice: the model is made. */
    WARNING
  }
}
