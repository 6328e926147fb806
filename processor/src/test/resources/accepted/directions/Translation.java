package example;

import static io.tenon.layer.Bidirectional.MergeMode.NONE;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.Volume;
import io.tenon.layer.Bidirectional;
import io.tenon.layer.ConvLSTM2D;
import io.tenon.layer.LSTM;
import io.tenon.layer.State;

/** An encoder both ways, whose states a decoder begins with, and films read both ways. */
@Model
interface Translation {
  @Input(value = "20 4", batchSize = 8) Series heard();
  @Input("9 4") Series said();
  @Input("5 8 8 1") Volume seen();
  @Bidirectional @LSTM(units = 3, returnState = true) Vector encoded(Series heard);
  @State Vector forwardHidden(Vector encoded);
  @State(1) Vector forwardMemory(Vector encoded);
  @State(2) Vector backwardHidden(Vector encoded);
  @State(3) Vector backwardMemory(Vector encoded);
  @Output @Bidirectional @LSTM(units = 3, returnSequences = true)
  Series decoded(
      Series said,
      Vector forwardHidden,
      Vector forwardMemory,
      Vector backwardHidden,
      Vector backwardMemory);
  @Output @Bidirectional @LSTM(units = 2, stateful = true) Vector read(Series said);
  @Bidirectional(mergeMode = NONE) @LSTM(units = 3, returnSequences = true, returnState = true)
  Series forwards(Series said);
  @Output @State Series backwards(Series forwards);
  @Output @State(4) Vector lastMemory(Series forwards);
  @Output @Bidirectional @ConvLSTM2D(filters = 2, kernelSize = 3, returnSequences = true)
  Volume film(Volume seen);
}
