// error: no suitable method found for timeDistributed(LSTMOptions<VectorStage>)
import static io.tenon.dsl.Layers.lstm;

import io.tenon.dsl.Networks;

class TimeDistributedLstm {
  Object network() {
    return Networks.sequential("words").series(7, 8).timeDistributed(lstm(4));
  }
}
