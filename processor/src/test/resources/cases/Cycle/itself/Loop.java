package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;

@Model
interface Loop {
  @Input("8") Vector pixels();
  @Output @Concatenate Vector state(Vector pixels, Vector state);
}
