// error: no suitable method found for concatenate(SeriesStage)
import io.tenon.dsl.FunctionalNetwork;
import io.tenon.dsl.Networks;

class MergeOfRanks {
  Object network() {
    FunctionalNetwork network = Networks.functional("news");
    return network.vector("tags", 5).concatenate(network.series("words", 5, 1));
  }
}
