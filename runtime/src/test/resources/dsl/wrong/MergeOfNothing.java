// error: no suitable method found for concatenate(no arguments)
import io.tenon.dsl.Networks;

class MergeOfNothing {
  Object network() {
    return Networks.sequential("news").vector(5).concatenate();
  }
}
