package io.tenon.dsl;

public interface VectorLayer<R> {}
