package io.tenon.data;

import org.nd4j.linalg.api.ndarray.INDArray;

public interface Samples extends SampleArrays {
  static Builder builder() {
    throw new UnsupportedOperationException();
  }

  interface Builder {
    Builder input(String name, INDArray array);

    Builder weighting(Weighting weighting);

    Builder label(String name, INDArray array);

    Samples build();
  }
}
