package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@SuppressWarnings({"unchecked", "tenon"})
class Outer {
  @Model
  interface Other {
    @Input("784") Vector pixels();
    @Dense(units = 10) Vector hidden(Vector pixels);
    @Output @Dense(units = 10) Vector digit(Vector pixels);
  }
}
