// error: method vector in class Inputs cannot be applied to given types
import io.tenon.dsl.Networks;

class UnnamedInput {
  Object network() {
    return Networks.functional("news").vector(5);
  }
}
