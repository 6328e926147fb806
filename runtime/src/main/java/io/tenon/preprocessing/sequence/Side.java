package io.tenon.preprocessing.sequence;

/** The end of a sequence at which something is done. */
public enum Side {
  /** Before its first element. */
  PRE,
  /** After its last element. */
  POST
}
