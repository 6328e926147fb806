package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import java.util.Arrays;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** The way of some samples of a batch through time: what one thread does of a recurrent layer. */
final class SequenceForward implements Runnable {
  private final Sequence sequence;
  private final Share part;
  private final RecurrentStep step;
  private final SequenceMask mask;
  private final Products.Repeated recall;
  private final SequenceArray allGates;
  private final HeapCopy state;
  private final HeapCopy recalling;
  private final SequenceArray output;
  private final @Nullable SequenceBackward keeper;
  private final GateArrays gates;
  private final GateArrays recalled;
  private final float[] seen;
  private final float[] shown;
  private final float[][] states;
  private final float[][] kept;

  /**
   * A way forward.
   *
   * @param keeper what keeps the results of a step for the way back, if there is one
   */
  SequenceForward(
      Sequence sequence,
      Share part,
      RecurrentStep step,
      SequenceMask mask,
      @Nullable SequenceBackward keeper) {
    int rows = part.count();
    int units = sequence.units;
    this.sequence = sequence;
    this.part = part;
    this.step = step;
    this.mask = mask;
    this.keeper = keeper;
    this.gates = new GateArrays(sequence.spec, rows);
    this.recalled = new GateArrays(sequence.spec, rows);
    this.seen = new float[rows * units];
    this.shown = new float[rows * units];
    this.states = new float[sequence.spec.stateCount()][rows * units];
    this.kept = new float[step.kept()][rows * units];
    this.allGates = sequence.byTime(sequence.gates, sequence.width, part);
    this.output = sequence.result(sequence.output, part);
    memory stateNow = sequence.context.scratch(OneDnn.rows(rows, units));
    memory recalledNow = sequence.context.scratch(OneDnn.rows(rows, sequence.width));
    this.state = new HeapCopy(stateNow);
    this.recalling = new HeapCopy(recalledNow);
    // (rows, units) x (units, width) + (1, width) = (rows, width)
    this.recall =
        Products.repeated(
            sequence.context, stateNow, sequence.recurrent, sequence.recurrentBias, recalledNow);
  }

  @Override
  public void run() {
    recall.prepare();
    mask.read();
    sequence.states.begin(part, states);
    Arrays.fill(shown, 0);
    for (int done = 0; done < sequence.time; done++) {
      int now = sequence.read(done);
      step(now);
      mask.show(now, states[0], shown);
      if (sequence.spec.zeroOutputForMask()) {
        mask.clear(now, shown);
      }
      if (sequence.spec.returnSequences()) {
        output.write(sequence.written(done), shown);
      }
    }
    if (!sequence.spec.returnSequences()) {
      output.write(0, shown);
    }
    sequence.states.end(part, states);
  }

  private void step(int now) {
    System.arraycopy(states[0], 0, seen, 0, seen.length);
    if (sequence.noise != null) {
      sequence.noise.multiply(part.first() * sequence.units, seen);
    }
    state.write(0, seen);
    recall.product().run();
    recalling.read(0, recalled.rows());
    recalled.split();
    allGates.read(now, gates.rows());
    gates.split();
    mask.hold(states);
    step.forward(gates.arrays, recalled.arrays, states, kept);
    mask.putBack(now, states);
    if (keeper != null) {
      allGates.writeArrays(now, gates.arrays);
      keeper.keep(now, seen, kept);
    }
  }
}
