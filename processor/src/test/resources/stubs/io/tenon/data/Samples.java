package io.tenon.data;

import org.nd4j.linalg.api.ndarray.INDArray;

public interface Samples {
  static Builder builder() {
    throw new UnsupportedOperationException();
  }

  interface Builder {
    Builder input(String name, INDArray array);

    Builder label(String name, INDArray array);

    Samples build();
  }
}
