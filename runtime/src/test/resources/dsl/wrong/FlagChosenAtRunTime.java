// error: incompatible types: inference variable R has incompatible bounds
import io.tenon.dsl.Networks;
import io.tenon.dsl.SeriesStage;

class FlagChosenAtRunTime {
  SeriesStage network(boolean sequences) {
    return Networks.sequential("words")
        .series(7, 8)
        .lstm(32, lstm -> lstm.returnSequences(sequences));
  }
}
