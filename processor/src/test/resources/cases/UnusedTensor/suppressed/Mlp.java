package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;

@Model
interface Mlp {
  @Input("784") Vector pixels();
  @Dense(units = 10) Vector hidden(Vector pixels);
  @SuppressWarnings("tenon:UnusedTensor")
  @Dropout(0.2) Vector dropped(Vector hidden);
  @Output @Dense(units = 10) Vector digit(Vector hidden);
}
