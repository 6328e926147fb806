package io.tenon.kernel;

import java.util.Arrays;

/** Where each token of a batch stands, so that what belongs to one is added up at once. */
final class TokenRows {
  private static final int NONE = -1;

  /** With more tokens than this times those of a batch, most are not looked at. */
  private static final int SPARSE = 32;

  /** The first place of each token. */
  private final int[] first;

  /** The next place of the same token. */
  private final int[] next;

  private final int[] rows;
  private int count;

  /**
   * None yet.
   *
   * @param tokens how many there are to choose from
   * @param places how many stand in a batch
   */
  TokenRows(int tokens, int places) {
    this.first = new int[tokens];
    this.next = new int[places];
    this.rows = new int[places];
    Arrays.fill(first, NONE);
  }

  /** Groups a batch. */
  void group(int[] tokens) {
    count = 0;
    // From the end, so that places come in their order.
    for (int i = next.length - 1; i >= 0; i--) {
      int token = tokens[i];
      if (first[token] == NONE) {
        rows[count++] = token;
      }
      next[i] = first[token];
      first[token] = i;
    }
    if (first.length < count * SPARSE) {
      order();
    }
  }

  /** Memory is read faster in its order; to look at all tokens must not take longer. */
  private void order() {
    count = 0;
    for (int token = 0; token < first.length; token++) {
      if (first[token] != NONE) {
        rows[count++] = token;
      }
    }
  }

  /** Forgets it again; how many there were is kept. */
  void clear() {
    for (int i = 0; i < count; i++) {
      first[rows[i]] = NONE;
    }
  }

  /** How many different tokens there are. */
  int count() {
    return count;
  }

  /** The different tokens, and what is beyond {@link #count}. */
  int[] rows() {
    return rows;
  }

  /** One of them. */
  int row(int index) {
    return rows[index];
  }

  /** Whether a token stands anywhere. */
  boolean has(int token) {
    return first[token] != NONE;
  }

  /** The first place of a token. */
  int first(int token) {
    return first[token];
  }

  /** The place of the same token after this; negative if there is none. */
  int next(int place) {
    return next[place];
  }
}
