package io.tenon.network;

public interface LayerView {}
