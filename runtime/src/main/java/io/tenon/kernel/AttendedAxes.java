package io.tenon.kernel;

import io.tenon.plan.KernelContext;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The axes along which an attention looks, and the others, along which each place has one of its
 * own: what it reads is turned to (batch, others, attended, features), and its result back.
 */
final class AttendedAxes {
  private final KernelContext context;
  private final Tape tape;

  /** Which axis stands at each place after the turn. */
  private final int[] order;

  /** How many attentions a sample has, heads not counted. */
  private final long attentions;

  AttendedAxes(KernelContext context, Tape tape, List<Integer> attended) {
    this.context = context;
    this.tape = tape;
    long[] query = context.inputShape(0);
    int features = query.length - 1;
    int[] others = IntStream.range(1, features).filter(axis -> !attended.contains(axis)).toArray();
    this.attentions =
        IntStream.of(others).mapToLong(axis -> query[axis]).reduce(1, Math::multiplyExact);
    this.order =
        Stream.of(
                IntStream.of(0),
                IntStream.of(others),
                attended.stream().mapToInt(Integer::intValue),
                IntStream.of(features))
            .flatMapToInt(axes -> axes)
            .toArray();
  }

  /** How many attentions a sample has, heads not counted. */
  long attentions() {
    return attentions;
  }

  /** What is read as rows, (batch * others * attended, features). */
  Value rows(TapeInputs inputs, int index) {
    long[] shape = context.inputShape(index);
    long features = shape[shape.length - 1];
    long rows = Axes.elements(shape, 0, shape.length - 1);
    return attentions == 1
        ? inputs.input(index, rows, features)
        : tape.reshape(tape.copy(tape.permute(inputs.input(index), order)), rows, features);
  }

  /** Rows of results, (batch * others * attended of the query, width), in the query's order. */
  Value inOrder(Value rows) {
    if (attentions == 1) {
      return rows;
    }
    long[] query = context.inputShape(0);
    long[] turned = new long[order.length];
    int[] back = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      turned[place] = query[order[place]];
      back[order[place]] = place;
    }
    turned[order.length - 1] = rows.columns();
    return tape.permute(tape.reshape(rows, turned), back);
  }
}
