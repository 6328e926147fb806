package io.tenon.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Elements drawn from a buffer that the following ones fill. */
final class ShuffledIterator<T> extends Lookahead<T> {
  private final DataIterator<T> elements;
  private final int size;
  private final SplittableRandom random;
  private final List<T> buffer = new ArrayList<>();

  ShuffledIterator(DataIterator<T> elements, int size, long seed, long pass) {
    this.elements = elements;
    this.size = size;
    // Golden-ratio steps keep the streams of neighbouring passes apart.
    this.random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (pass + 1));
  }

  @Override
  Optional<T> find() {
    while (buffer.size() < size && elements.hasNext()) {
      buffer.add(elements.next());
    }
    if (buffer.isEmpty()) {
      return Optional.empty();
    }
    int drawn = random.nextInt(buffer.size());
    T last = buffer.remove(buffer.size() - 1);
    return Optional.of(drawn == buffer.size() ? last : buffer.set(drawn, last));
  }

  @Override
  public void close() {
    elements.close();
  }
}
