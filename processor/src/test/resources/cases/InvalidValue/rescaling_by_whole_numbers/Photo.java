package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.layer.Rescaling;

@Model
interface Photo {
  @Input("16 16 3") Image photo();
  @Output @Rescaling(scale = 1 / 255) Image bright(Image photo);
}
