// error: no suitable method found for then(SharedLayer<LSTMOptions<VectorStage>>)
import static io.tenon.dsl.Layers.lstm;

import io.tenon.dsl.FunctionalNetwork;
import io.tenon.dsl.Networks;

class SharedLayerOfAnotherRank {
  Object network() {
    FunctionalNetwork pair = Networks.functional("pair");
    var encode = pair.shared("encode", lstm(64));
    return pair.vector("tags", 5).then(encode);
  }
}
