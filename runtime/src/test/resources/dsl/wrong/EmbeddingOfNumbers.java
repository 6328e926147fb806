// error: cannot find symbol: method embedding(int,int)
import io.tenon.dsl.Networks;

class EmbeddingOfNumbers {
  Object network() {
    return Networks.sequential("words").vector(100).embedding(10_000, 64);
  }
}
