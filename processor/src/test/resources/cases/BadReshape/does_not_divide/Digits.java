package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.layer.Reshape;

@Sequential
interface Digits {
  @Input("28 28 1") Image photo();
  @Reshape({-1, 15}) Series rows();
}
