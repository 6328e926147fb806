package io.tenon.network;

public final class ScoreValues {
  public double get(String name) {
    throw new UnsupportedOperationException();
  }

  @FunctionalInterface
  public interface Reader<R> {
    R read(ScoreValues values);
  }
}
