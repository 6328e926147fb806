package org.nd4j.linalg.api.ndarray;

public interface INDArray {}
