package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Bidirectional;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Dense;
import io.tenon.layer.Flatten;
import io.tenon.layer.LSTM;
import io.tenon.layer.MultiHeadAttention;
import io.tenon.layer.TimeDistributed;

@Model interface Speech {
  @Input("10 4") Series x();
  @Bidirectional @Dense(units = 3) Series a(Series x);
  @Bidirectional @LSTM(units = 3, goBackwards = true) Vector b(Series x);
  @TimeDistributed @Conv2D(filters = 2, kernelSize = 3) Series c(Series x);
  @MultiHeadAttention(numHeads = 0, keyDim = 2) Series d(Series x);
  @Output @Flatten Vector y(Series c);
}
