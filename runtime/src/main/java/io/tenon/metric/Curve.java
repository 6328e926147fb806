package io.tenon.metric;

/** The curve whose area {@link Metrics#auc} measures. */
public enum Curve {
  /** The share of yes found, over the share of no taken for yes. */
  ROC,
  /** Precision over recall. */
  PR
}
