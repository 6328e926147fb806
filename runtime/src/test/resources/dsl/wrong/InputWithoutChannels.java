// error: incompatible types: int cannot be converted to String
import io.tenon.dsl.Networks;

class InputWithoutChannels {
  Object network() {
    return Networks.sequential("mnist").image(28, 28);
  }
}
