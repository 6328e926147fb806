import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Regularizer.Kind.L2;
import static io.tenon.layer.Bidirectional.MergeMode.SUM;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Regularizer;
import io.tenon.Series;
import io.tenon.Tokens;
import io.tenon.Vector;
import io.tenon.layer.Bidirectional;
import io.tenon.layer.Dense;
import io.tenon.layer.Embedding;
import io.tenon.layer.GRU;
import io.tenon.layer.LSTM;
import io.tenon.layer.State;
import io.tenon.layer.TimeDistributed;

@Model
interface Captions {
  @Input("40")
  Tokens question();

  @Input("20")
  Tokens answer();

  @Embedding(inputDim = 1000, outputDim = 32, maskZero = true)
  Series questionWords(Tokens question);

  @Embedding(inputDim = 1000, outputDim = 32, maskZero = true)
  Series answerWords(Tokens answer);

  @Bidirectional(mergeMode = SUM)
  @GRU(units = 32, returnSequences = true)
  Series both(Series questionWords);

  @LSTM(units = 64, kernelRegularizer = @Regularizer(value = L2, l2 = 1e-4), returnState = true)
  Vector encoded(Series both);

  @State
  Vector hidden(Vector encoded);

  @State(1)
  Vector memory(Vector encoded);

  @LSTM(units = 64, returnSequences = true)
  Series decoded(Series answerWords, Vector hidden, Vector memory);

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
  @TimeDistributed
  @Dense(units = 1000, activation = SOFTMAX)
  Series word(Series decoded);
}
