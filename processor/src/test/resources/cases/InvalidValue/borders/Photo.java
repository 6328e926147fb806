package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.layer.Add;
import io.tenon.layer.Cropping2D;
import io.tenon.layer.RepeatVector;
import io.tenon.layer.UpSampling2D;
import io.tenon.layer.ZeroPadding2D;

@Model interface Photo {
  @Input("8 8 1") Image x();
  @Cropping2D(4) Image nothing(Image x);
  @ZeroPadding2D(-1) Image padded(Image x);
  @UpSampling2D(0) Image big(Image x);
  @RepeatVector(3) Series rep(Image x);
  @Output @Add Image y(Image nothing, Image padded, Image big);
}
