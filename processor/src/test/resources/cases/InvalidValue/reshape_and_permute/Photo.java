package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.GlobalMaxPooling1D;
import io.tenon.layer.Permute;
import io.tenon.layer.Reshape;

@Model interface Photo {
  @Input("8 8 1") Image x();
  @Reshape({-1, -1}) Series rows(Image x);
  @Permute({2, 2}) Series turned(Series rows);
  @Output @GlobalMaxPooling1D Vector y(Series turned);
}
