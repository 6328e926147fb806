package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import java.util.Arrays;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * The way back of some samples of a batch through time: at each step the gradient of the gates,
 * which goes through the recurrent kernel to the step before.
 */
final class SequenceBackward implements Runnable {
  private final Sequence sequence;
  private final Share part;
  private final RecurrentStep step;
  private final SequenceMask mask;
  private final SequenceArray allGates;
  private final SequenceArray allSeen;
  private final SequenceArray[] allKept;
  private final @Nullable SequenceArray allRecalled;
  private final @Nullable SequenceArray outputGradient;
  private final HeapCopy recalling;
  private final HeapCopy through;
  private final Products.Repeated recall;
  private final GateArrays gates;
  private final GateArrays recalled;
  private final float[] shown;
  private final float[] values;
  private final float[][] states;
  private final float[][] kept;

  SequenceBackward(
      Sequence sequence,
      Share part,
      RecurrentStep step,
      SequenceMask mask,
      SequenceGradients gradients) {
    int rows = part.count();
    int units = sequence.units;
    int width = sequence.width;
    this.sequence = sequence;
    this.part = part;
    this.step = step;
    this.mask = mask;
    this.gates = new GateArrays(sequence.spec, rows);
    this.recalled = step.recalledApart() ? new GateArrays(sequence.spec, rows) : gates;
    this.shown = new float[rows * units];
    this.values = new float[rows * units];
    this.states = new float[sequence.spec.stateCount()][rows * units];
    this.kept = new float[step.kept()][rows * units];
    this.allGates = sequence.byTime(sequence.gates, width, part);
    this.allSeen = sequence.byTime(gradients.seen, units, part);
    this.allKept = new SequenceArray[step.kept()];
    for (int i = 0; i < allKept.length; i++) {
      allKept[i] = sequence.byTime(gradients.kept[i], units, part);
    }
    this.allRecalled =
        step.recalledApart() ? sequence.byTime(gradients.recalled, width, part) : null;
    memory given = gradients.output;
    this.outputGradient = given == null ? null : sequence.result(given, part);
    memory recalledNow = sequence.context.backwardScratch(OneDnn.rows(rows, width));
    memory throughNow = sequence.context.backwardScratch(OneDnn.rows(rows, units));
    this.recalling = new HeapCopy(recalledNow);
    this.through = new HeapCopy(throughNow);
    // (rows, width) x (width, units) = (rows, units)
    memory turned = Products.transposed(sequence.context, sequence.recurrent);
    this.recall = Products.repeated(sequence.context, recalledNow, turned, null, throughNow);
  }

  /** Keeps what the forward half of a step has made. */
  void keep(int now, float[] seenNow, float[][] keptNow) {
    allSeen.write(now, seenNow);
    for (int i = 0; i < allKept.length; i++) {
      allKept[i].write(now, keptNow[i]);
    }
  }

  @Override
  public void run() {
    recall.prepare();
    Arrays.fill(shown, 0);
    sequence.states.beginGradients(part, states);
    for (int done = sequence.time - 1; done >= 0; done--) {
      if (sequence.spec.returnSequences() || done == sequence.time - 1) {
        addOutputGradient(sequence.written(done));
      }
      step(sequence.read(done));
      if (done > 0 || sequence.states.wantGradient()) {
        goThrough();
      }
    }
    sequence.states.endGradients(part, states);
  }

  /** Adds the gradient of what was given at a step. */
  private void addOutputGradient(int place) {
    if (outputGradient != null) {
      outputGradient.read(place, values);
      for (int i = 0; i < shown.length; i++) {
        shown[i] += values[i];
      }
    }
  }

  private void step(int now) {
    mask.moveShown(now, shown, states[0]);
    if (sequence.spec.zeroOutputForMask()) {
      // What a step that is left out gives is 0, not what was given before.
      mask.clear(now, shown);
    }
    allGates.readArrays(now, gates.arrays);
    for (int i = 0; i < allKept.length; i++) {
      allKept[i].read(now, kept[i]);
    }
    mask.hold(states);
    step.backward(gates.arrays, recalled.arrays, states, kept);
    mask.putBack(now, states);
    mask.clear(now, gates.arrays);
    allGates.write(now, gates.joined());
    if (allRecalled != null) {
      mask.clear(now, recalled.arrays);
      allRecalled.write(now, recalled.joined());
    }
  }

  /** The part of a state's gradient that goes through the recurrent kernel. */
  private void goThrough() {
    recalling.write(0, recalled.rows());
    recall.product().run();
    through.read(0, values);
    if (sequence.noise != null) {
      sequence.noise.multiply(part.first() * sequence.units, values);
    }
    float[] hidden = states[0];
    for (int i = 0; i < values.length; i++) {
      hidden[i] += values[i];
    }
  }
}
