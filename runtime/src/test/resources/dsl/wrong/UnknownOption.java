// error: cannot find symbol: method kernelSize(int)
import io.tenon.dsl.Networks;

class UnknownOption {
  Object network() {
    return Networks.sequential("mlp").vector(784).dense(10, dense -> dense.kernelSize(3));
  }
}
