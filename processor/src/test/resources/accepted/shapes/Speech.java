package example;

import static io.tenon.ActivationFunction.SOFTMAX;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Dense;
import io.tenon.layer.Reshape;

@Sequential
interface Speech {
  @Input("time 8 1") Image speech();
  @Conv2D(filters = 4, kernelSize = {3, 1}, strides = {2, 1}) Image heard();
  @Reshape({-1, 32}) Series steps();
  @Dense(units = 5, activation = SOFTMAX) Series words();
}
