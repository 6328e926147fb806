// error: cannot find symbol: method units(int)
import io.tenon.dsl.Networks;

class RequiredAsOption {
  Object network() {
    return Networks.sequential("mlp").vector(784).dense(10, dense -> dense.units(3));
  }
}
