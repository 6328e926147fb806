package example;

import io.tenon.DataType;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Tensor;
import io.tenon.layer.Embedding;

@Sequential
interface Pages {
  @Input(value = "30 12", dtype = DataType.INT32) Tensor sentences();
  @Embedding(inputDim = 9, outputDim = 4, maskZero = true) Tensor words();
}
