package io.tenon.dsl;

public interface ImageLayer<R> {}
