package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Add;
import io.tenon.layer.Conv1D;
import io.tenon.layer.GlobalMaxPooling1D;

@Model interface Speech {
  @Input("time 3") Series a();
  @Input("steps 3") Series b();
  @Conv1D(filters = 3, kernelSize = 3) Series c(Series a);
  @Add Series sum(Series a, Series c);
  @Output @Add Series ok(Series a, Series b);
  @Output @GlobalMaxPooling1D Vector y(Series sum);
}
