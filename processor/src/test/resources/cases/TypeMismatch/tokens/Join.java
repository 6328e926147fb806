package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Tokens;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;

@Model
interface Join {
  @Input("8") Tokens words();
  @Input("8") Vector right();
  @Output @Concatenate Vector both(Tokens words, Vector right);
}
