package io.tenon.data;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The samples of arrays, one by one, as views. */
final class SampleList extends AbstractList<Samples> implements RandomAccess {
  private final Samples samples;
  private final int count;

  SampleList(Samples samples) {
    this.samples = samples;
    this.count = samples.count();
  }

  @Override
  public Samples get(int index) {
    return samples.range(index, index + 1);
  }

  @Override
  public int size() {
    return count;
  }
}
