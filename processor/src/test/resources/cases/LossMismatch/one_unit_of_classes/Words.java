package example;

import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Tokens;
import io.tenon.Vector;
import io.tenon.layer.Conv1D;
import io.tenon.layer.Dense;
import io.tenon.layer.Embedding;
import io.tenon.layer.GlobalMaxPooling1D;

@Model interface Words {
  @Input("10") Tokens words();
  @Embedding(inputDim = 100, outputDim = 8, maskZero = true) Series e(Tokens words);
  @Conv1D(filters = 3, kernelSize = 3) Series c(Series e);
  @GlobalMaxPooling1D Vector p(Series c);
  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY) @Dense(units = 1, activation = SIGMOID) Vector y(Vector p);
}
