package io.tenon.dsl;

public interface SeriesLayer<R> {}
