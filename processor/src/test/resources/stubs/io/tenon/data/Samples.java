package io.tenon.data;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

public interface Samples extends SampleArrays {
  static Builder builder() {
    throw new UnsupportedOperationException();
  }

  interface Builder {
    Builder input(String name, INDArray array);

    Builder sampleWeights(Map<String, INDArray> weights);

    Builder label(String name, INDArray array);

    Samples build();
  }
}
