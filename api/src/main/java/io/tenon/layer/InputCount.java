package io.tenon.layer;

/** How many tensors a layer reads. */
public enum InputCount {
  /** None: the layer is where the model begins. */
  NONE,
  /** Exactly one. */
  ONE,
  /** Exactly two. */
  TWO,
  /** Two or more, as for a merge. */
  SEVERAL;

  /** Whether that many are right. */
  public boolean allows(int count) {
    return switch (this) {
      case NONE -> count == 0;
      case ONE -> count == 1;
      case TWO -> count == 2;
      case SEVERAL -> count >= 2;
    };
  }

  /** In words, such as {@code one tensor}. */
  public String describe() {
    return switch (this) {
      case NONE -> "no tensor";
      case ONE -> "one tensor";
      case TWO -> "two tensors";
      case SEVERAL -> "two tensors or more";
    };
  }
}
