package io.tenon.optimizer;

public interface Optimizer {}
