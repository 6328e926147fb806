package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Dropout;
import io.tenon.layer.LSTM;

@Model
interface Words {
  @Input("time 64") Series words();
  @Dropout(value = 0.2, noiseShape = {-1, 1, -1}) Series right(Series words);
  @Dropout(value = 0.2, noiseShape = {1, 64}) Series withoutBatch(Series right);
  @Dropout(value = 0.2, noiseShape = {32, 1, 64}) Series ofABatch(Series right);
  @LSTM(units = 8) Vector a(Series withoutBatch);
  @LSTM(units = 8) Vector b(Series ofABatch);
  @Output @Dropout(0.5) Vector outA(Vector a);
  @Output @Dropout(0.5) Vector outB(Vector b);
}
