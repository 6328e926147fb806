package io.tenon.preprocessing.image;

/** Which of the images are taken, where some are kept for validation. */
public enum Subset {
  /** All of them. */
  ALL,
  /** All but those kept for validation. */
  TRAINING,
  /** Those kept for validation: the first ones, of each class where there are folders. */
  VALIDATION;

  /** The first index of this subset of so many. */
  int from(int count, double validationSplit) {
    return this == TRAINING ? (int) (count * validationSplit) : 0;
  }

  /** One more than the last index of this subset of so many. */
  int to(int count, double validationSplit) {
    return this == VALIDATION ? (int) (count * validationSplit) : count;
  }
}
