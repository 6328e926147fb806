package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;

@Model
interface Net {
  @Input(value = "4", batchSize = 32) Vector left();
  @Input(value = "4", batchSize = 16) Vector right();
  @Input(value = "4", batchSize = -1) Vector other();
  @Output @Concatenate Vector both(Vector left, Vector right, Vector other);
}
