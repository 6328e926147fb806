package io.tenon.dsl;

public interface VolumeLayer<R> {}
