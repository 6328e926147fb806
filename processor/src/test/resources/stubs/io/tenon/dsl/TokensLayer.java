package io.tenon.dsl;

public interface TokensLayer<R> {}
