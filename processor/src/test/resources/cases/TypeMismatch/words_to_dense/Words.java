package example;

import io.tenon.From;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Tokens;
import io.tenon.Vector;
import io.tenon.layer.Add;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;

@Model interface Words {
  @Input("4") Tokens x();
  @Dense(units = 2) Vector y(Tokens x);
  @Add Tokens twice(Tokens x, @From("x") Tokens again);
  @Dropout(0.5) Tokens less(Tokens x);
  @Output @Concatenate Vector z(Vector y, Tokens x);
}
