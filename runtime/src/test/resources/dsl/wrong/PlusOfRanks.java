// error: incompatible types: ImageStage cannot be converted to VectorStage
import io.tenon.dsl.FunctionalNetwork;
import io.tenon.dsl.Networks;

class PlusOfRanks {
  Object network() {
    FunctionalNetwork network = Networks.functional("pair");
    return network.vector("left", 784).plus(network.image("right", 28, 28, 1));
  }
}
