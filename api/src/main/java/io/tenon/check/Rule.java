package io.tenon.check;

import io.tenon.problem.Diagnostic;
import java.util.function.Consumer;

/** One rule that a model keeps. Rules run in the order of {@link ModelChecker}. */
interface Rule {
  /** Reports where the model breaks the rule; silent about tensors that an earlier rule broke. */
  void check(ModelContext model, Consumer<Diagnostic> report);
}
