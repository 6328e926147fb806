package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Conv1D;
import io.tenon.layer.GlobalMaxPooling1D;

@Model interface Photo {
  @Input("28 28 1") Image photo();
  @Conv1D(filters = 8, kernelSize = 3) Series edges(Image photo);
  @Output @GlobalMaxPooling1D Vector top(Series edges);
}
