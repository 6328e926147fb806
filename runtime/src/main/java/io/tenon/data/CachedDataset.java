package io.tenon.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the first pass that was read to its end gave. */
final class CachedDataset<T> implements Dataset<T> {
  private final Dataset<T> dataset;
  private volatile @Nullable List<T> cached;

  CachedDataset(Dataset<T> dataset) {
    this.dataset = dataset;
  }

  @Override
  public DataIterator<T> open(long pass) {
    List<T> kept = cached;
    return kept != null ? DataIterator.of(kept.iterator()) : new Recorder(dataset.open(pass));
  }

  private final class Recorder extends Lookahead<T> {
    private final DataIterator<T> elements;
    private final List<T> seen = new ArrayList<>();

    Recorder(DataIterator<T> elements) {
      this.elements = elements;
    }

    @Override
    Optional<T> find() {
      if (elements.hasNext()) {
        T element = elements.next();
        seen.add(element);
        return Optional.of(element);
      }
      cached = List.copyOf(seen);
      return Optional.empty();
    }

    @Override
    public void close() {
      elements.close();
    }
  }
}
