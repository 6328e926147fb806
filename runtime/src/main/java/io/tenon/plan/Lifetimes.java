package io.tenon.plan;

/**
 * When the tensors of a plan are needed. Time runs from 0: node i works at time i forward and at
 * time 2n - i backward; the losses come between, at n.
 */
final class Lifetimes {
  private final Slots slots;
  private final Learning learning;

  Lifetimes(Slots slots, Learning learning) {
    this.slots = slots;
    this.learning = learning;
  }

  /** When the values of a tensor are read for the last time. */
  int lastUse(Slot slot) {
    if (learning.isOutput(slot.node) || learning.training()) {
      return end();
    }
    return slots.readers(slot.node).stream()
        .mapToInt(reader -> reader.time)
        .reduce(slot.time, Math::max);
  }

  /** When a node's own memory is needed for the last time. */
  int lastOfOwn(Slot slot) {
    return learning.trains(slot.node) ? backward(slot) : slot.time;
  }

  /** The time at which the first reader gives its gradient. */
  int firstGradient(Slot slot) {
    if (learning.hasLoss(slot.node) || learning.penalizes(slot.node)) {
      return losses();
    }
    return slots.readers(slot.node).stream()
        .filter(reader -> learning.trains(reader.node))
        .mapToInt(this::backward)
        .reduce(backward(slot), Math::min);
  }

  /** The time of the losses. */
  int losses() {
    return slots.size();
  }

  /** The time of a node's backward half. */
  int backward(Slot slot) {
    return 2 * slots.size() - slot.time;
  }

  /** After all. */
  int end() {
    return 2 * slots.size() + 1;
  }
}
