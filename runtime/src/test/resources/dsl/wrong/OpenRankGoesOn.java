// error: cannot find symbol: method dense(int)
import io.tenon.dsl.FunctionalNetwork;
import io.tenon.dsl.Networks;
import io.tenon.graph.Graph;

class OpenRankGoesOn {
  Object network(Graph encoder) {
    FunctionalNetwork pair = Networks.functional("pair");
    return pair.image("left", 28, 28, 1).then(pair.model("encoder", encoder)).dense(4);
  }
}
