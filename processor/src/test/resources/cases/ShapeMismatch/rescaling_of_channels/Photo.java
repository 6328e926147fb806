package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.layer.Rescaling;

@Model
interface Photo {
  @Input("8 8 3") Image photo();
  @Output @Rescaling(scale = 2, offset = {1, 0}) Image bright(Image photo);
}
