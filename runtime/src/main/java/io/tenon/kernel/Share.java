package io.tenon.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring samples of a batch, or columns of an array, that one thread works on.
 *
 * @param first the first of them
 * @param count how many they are
 */
record Share(int first, int count) {
  /** As many shares as there are processors, but none smaller than this. */
  static List<Share> of(int total, int least) {
    int parts = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), total / least));
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      int first = total * i / parts;
      shares.add(new Share(first, total * (i + 1) / parts - first));
    }
    return shares;
  }
}
