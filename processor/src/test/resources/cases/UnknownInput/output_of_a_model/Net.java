package example;

import io.tenon.Apply;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Add;
import io.tenon.layer.Dense;

@Model interface Net {
  @Input("4") Vector x();
  @Apply(output = "nope") Vector a(Two two, Vector x);
  @Apply Vector b(Two two, Vector x);
  @Apply(output = "left") Vector c(Two tow, Vector x);
  Two two();
  @Output @Add Vector y(Vector a, Vector b, Vector c);
}
@Model interface Two {
  @Input("4") Vector x();
  @Output @Dense(units = 2) Vector left(Vector x);
  @Output @Dense(units = 2) Vector right(Vector x);
}
