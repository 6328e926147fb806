package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.onednn.Pointwise;
import io.tenon.plan.KernelContext;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * What a recurrent layer reads, arranged by time and, where it has an input dropout, with some of
 * its features dropped, the same ones at every step.
 */
final class SequenceInput {
  private static final long SALT = 1;

  private final KernelContext context;
  private final long[] shape;
  private final List<Operation> forward = new ArrayList<>();
  private final List<Operation> backward = new ArrayList<>();
  private final @Nullable Drawn noise;

  /** (time * batch, features). */
  final memory rows;

  /** Where its gradient goes, likewise; null if nobody wants it. */
  final @Nullable memory gradientRows;

  SequenceInput(KernelContext context, double dropout) {
    this.context = context;
    this.shape = context.inputShape(0); // (batch, time, features)
    boolean drops = dropout > 0 && context.training();
    this.noise = drops ? Drawn.dropout(context, dropout, SALT, shape[0], 1, shape[2]) : null;
    memory.desc layout = SequenceArray.timeMajor(shape);
    boolean arranged = KernelContext.same(context.inputLayout(0), layout);
    memory source = context.input(0);
    if (!arranged) {
      memory ordered = context.scratch(layout);
      forward.add(context.reorder(source, ordered));
      source = ordered;
    }
    if (noise != null) {
      memory dropped = context.scratch(layout);
      forward.add(context.keep(new Pointwise(source, factors(noise)).into(dropped)));
      source = dropped;
    }
    this.rows = seenAsRows(source);
    this.gradientRows = context.wantsInputGradient(0) ? gradient(layout, arranged) : null;
  }

  private memory gradient(memory.desc layout, boolean arranged) {
    memory target = context.inputGradient(0);
    memory ordered = arranged ? target : context.backwardScratch(layout);
    if (noise != null) {
      backward.add(context.keep(new Pointwise(ordered, factors(noise)).into(ordered)));
    }
    if (!arranged) {
      backward.add(context.reorder(ordered, target));
    }
    return seenAsRows(ordered);
  }

  private memory seenAsRows(memory whole) {
    return context.seenAs(whole, OneDnn.rows(shape[1] * shape[0], shape[2]));
  }

  /** (batch, features, 1), to be repeated over time. */
  private memory factors(Drawn noise) {
    return context.seenAs(noise.memory(), SequenceArray.timeMajor(shape[0], 1, shape[2]));
  }

  /** Arranges it. */
  void forward() {
    if (noise != null) {
      noise.draw();
    }
    for (int i = 0; i < forward.size(); i++) {
      forward.get(i).run();
    }
  }

  /** Gives the gradient on, once it is there. */
  void backward() {
    for (int i = 0; i < backward.size(); i++) {
      backward.get(i).run();
    }
  }
}
