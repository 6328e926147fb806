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
  SEVERAL,
  /** Any number but none. */
  ONE_OR_MORE,
  /** One, two or three: query, value and key of an attention. */
  ONE_TO_THREE,
  /** One, and perhaps the first state of a recurrent layer. */
  ONE_AND_STATE,
  /** One, and perhaps the two first states of a recurrent layer. */
  ONE_AND_TWO_STATES,
  /** One, and perhaps the first states of both directions, two each. */
  ONE_AND_FOUR_STATES;

  /** Whether that many are right. */
  public boolean allows(int count) {
    return switch (this) {
      case NONE -> count == 0;
      case ONE -> count == 1;
      case TWO -> count == 2;
      case SEVERAL -> count >= 2;
      case ONE_OR_MORE -> count >= 1;
      case ONE_TO_THREE -> count >= 1 && count <= 3;
      case ONE_AND_STATE -> count == 1 || count == 2;
      case ONE_AND_TWO_STATES -> count == 1 || count == 3;
      case ONE_AND_FOUR_STATES -> count == 1 || count == 5;
    };
  }

  /** In words, such as {@code one tensor}. */
  public String describe() {
    return switch (this) {
      case NONE -> "no tensor";
      case ONE -> "one tensor";
      case TWO -> "two tensors";
      case SEVERAL -> "two tensors or more";
      case ONE_OR_MORE -> "one tensor or more";
      case ONE_TO_THREE -> "one to three tensors";
      case ONE_AND_STATE -> "one tensor, or one and its first state";
      case ONE_AND_TWO_STATES -> "one tensor, or one and its two first states";
      case ONE_AND_FOUR_STATES -> "one tensor, or one and its four first states";
    };
  }
}
