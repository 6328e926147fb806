// error: no suitable method found for add(SeriesStage)
import io.tenon.dsl.FunctionalNetwork;
import io.tenon.dsl.Networks;

class MergeOfRanks {
  Object network() {
    FunctionalNetwork network = Networks.functional("news");
    return network.vector("tags", 5).add(network.series("words", 5, 1));
  }
}
