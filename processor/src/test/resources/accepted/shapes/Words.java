package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Tensor;
import io.tenon.Tokens;
import io.tenon.layer.Reshape;

@Sequential
interface Words {
  @Input("time") Tokens words();
  @Reshape({-1, 1}) Tensor column();
}
