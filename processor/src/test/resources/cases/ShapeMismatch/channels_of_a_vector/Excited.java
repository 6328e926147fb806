package example;

import static io.tenon.ActivationFunction.SIGMOID;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.GlobalAveragePooling2D;
import io.tenon.layer.Multiply;

@Model
interface Excited {
  @Input("32 32 16") Image features();
  @GlobalAveragePooling2D Vector squeezed(Image features);
  @Dense(units = 16, activation = SIGMOID) Vector right(Vector squeezed);
  @Dense(units = 4, activation = SIGMOID) Vector wrong(Vector squeezed);
  @Output @Multiply Image excited(Image features, Vector right);
  @Output @Multiply Image tooFew(Image features, Vector wrong);
}
