package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;

@Model
interface Join {
  @Input("8") Vector left();
  @Input("8") Vector right();
  @Output @Concatenate(axis = 2) Vector both(Vector left, Vector right);
}
