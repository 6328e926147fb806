package io.tenon.preprocessing.image;

/** What to do about an image that cannot be read. */
public enum Unreadable {
  /** Throw, and name it. */
  STOP,
  /** Leave it out of its batch, and count it: {@link ImageFlow#unreadable()}. */
  SKIP
}
