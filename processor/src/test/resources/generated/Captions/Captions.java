package example;

import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Regularizer.Kind.L2;

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
abstract class Captions {
  @Input("40")
  abstract Tokens question();

  @Input("20")
  abstract Tokens answer();

  @Embedding(inputDim = 1_000, outputDim = 32, maskZero = true)
  abstract Series questionWords(Tokens question);

  @Embedding(inputDim = 1_000, outputDim = 32, maskZero = true)
  abstract Series answerWords(Tokens answer);

  @Bidirectional(mergeMode = Bidirectional.MergeMode.SUM)
  @GRU(units = 32, returnSequences = true)
  abstract Series both(Series questionWords);

  @LSTM(units = 64, returnState = true, kernelRegularizer = @Regularizer(value = L2, l2 = 1e-4))
  abstract Vector encoded(Series both);

  @State
  abstract Vector hidden(Vector encoded);

  @State(1)
  abstract Vector memory(Vector encoded);

  @LSTM(units = 64, returnSequences = true)
  abstract Series decoded(Series answerWords, Vector hidden, Vector memory);

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
  @TimeDistributed
  @Dense(units = 1_000, activation = SOFTMAX)
  abstract Series word(Series decoded);
}
