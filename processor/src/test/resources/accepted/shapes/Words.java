package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.Tensor;
import io.tenon.Tokens;
import io.tenon.layer.Embedding;
import io.tenon.layer.Reshape;

@Sequential
interface Words {
  @Input("time") Tokens words();
  @Embedding(inputDim = 100, outputDim = 6) Series meanings();
  @Reshape({-1, 3}) Tensor halves();
}
