import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Bidirectional;
import io.tenon.layer.Dense;
import io.tenon.layer.GRU;
import io.tenon.layer.Permute;
import io.tenon.layer.RepeatVector;
import io.tenon.layer.Reshape;
import io.tenon.layer.TimeDistributed;

@Sequential
interface Seq2seq {
  @Input("5 3")
  Series input_layer_5();

  @Bidirectional
  @GRU(units = 4)
  Vector bidirectional();

  @RepeatVector(4)
  Series repeat_vector();

  @GRU(units = 5, returnSequences = true)
  Series gru_2();

  @TimeDistributed
  @Dense(units = 3)
  Series time_distributed();

  @Permute({2, 1})
  Series permute();

  @Reshape({4, 3})
  Series reshape();
}
