package io.tenon.metric;

/** How the scores of several classes become one. */
public enum Average {
  /** One score of the counts of all classes together. */
  MICRO,
  /** The mean over the classes. */
  MACRO,
  /** The mean over the classes, each counting as often as it occurs. */
  WEIGHTED
}
