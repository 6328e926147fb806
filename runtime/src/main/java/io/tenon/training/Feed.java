package io.tenon.training;

/** The batches of one epoch, in order. */
interface Feed {
  /** How many steps the epoch has; -1 if that is not known. */
  int steps();

  /** Whether there is a batch for a step; steps are asked for one after the other, from 0. */
  boolean hasStep(int step);

  /** Goes without the batches of the first steps. */
  void skip(int steps);

  /**
   * Runs the batch of a step forward and backward; what {@link #pass} is then tied to.
   *
   * @param number how many steps the model was trained for before
   * @return the loss
   */
  double train(int step, long number);

  /** The pass of the last step. */
  Pass pass();
}
