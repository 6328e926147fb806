package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Tokens;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Embedding;
import io.tenon.layer.Flatten;

@Model
interface Sentiment {
  @Input("80") Tokens words();
  @Embedding(inputDim = 1000, outputDim = 16, maskZero = true) Series embedded(Tokens words);
  @Flatten Vector flat(Series embedded);
  @Output @Dense(units = 1) Vector positive(Vector flat);
}
