package io.tenon.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring samples of a batch, which one thread runs.
 *
 * @param first the first of them
 * @param rows how many they are
 */
record BatchPart(int first, int rows) {
  /** As many parts as there are processors, none of them smaller than asked for but for one. */
  static List<BatchPart> of(int batch, int least) {
    int count = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), batch / least));
    List<BatchPart> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int first = batch * i / count;
      parts.add(new BatchPart(first, batch * (i + 1) / count - first));
    }
    return parts;
  }
}
