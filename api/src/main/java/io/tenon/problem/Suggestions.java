package io.tenon.problem;

import java.util.Collection;
import java.util.Optional;

/** Finds what was probably meant. */
public final class Suggestions {
  private Suggestions() {}

  /**
   * The candidate nearest to a word, if one is near: at most two letters away, or a third of the
   * word. The first of equally near ones.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    int limit = Math.max(2, word.length() / 3);
    String best = null;
    int bestDistance = Math.min(limit, word.length() - 1) + 1;
    for (String candidate : candidates) {
      int distance = distance(word, candidate);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** In words: the nearest candidate, or else all of them. */
  public static String hint(String word, Collection<String> candidates) {
    return nearest(word, candidates)
        .map("Did you mean \"%s\"?"::formatted)
        .orElseGet(
            () -> candidates.isEmpty() ? "" : "It has " + String.join(", ", candidates) + ".");
  }

  /** The edit distance of Levenshtein, letters in either case counting as equal. */
  private static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        boolean same =
            Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
        current[j] =
            Math.min(previous[j - 1] + (same ? 0 : 1), Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
