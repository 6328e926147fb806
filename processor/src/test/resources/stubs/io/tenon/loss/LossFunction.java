package io.tenon.loss;

public interface LossFunction {}
