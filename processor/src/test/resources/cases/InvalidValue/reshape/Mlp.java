package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Reshape;

@Sequential
interface Mlp {
  @Input("784") Vector pixels();
  @Reshape({-1, -1}) Series rows();
}
