// error: incompatible types: inference variable R has incompatible bounds equality constraints: SeriesStage
import static io.tenon.dsl.Layers.dense;

import io.tenon.dsl.Networks;
import io.tenon.dsl.VectorStage;

class StepsTakenForTheWhole {
  VectorStage network() {
    return Networks.sequential("words").series(7, 8).timeDistributed(dense(4));
  }
}
