package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Conv1D;
import io.tenon.layer.GlobalMaxPooling1D;
import io.tenon.layer.Masking;

@Sequential
interface Sentiment {
  @Input("80 4") Series readings();
  @Masking Series known();
  @Conv1D(filters = 8, kernelSize = 3) Series edges();
  @GlobalMaxPooling1D Vector strongest();
}
