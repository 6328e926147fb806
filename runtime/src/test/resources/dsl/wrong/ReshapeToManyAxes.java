// error: incompatible types: int cannot be converted to Consumer<? super ReshapeOptions>
import io.tenon.dsl.Networks;

class ReshapeToManyAxes {
  Object network() {
    return Networks.sequential("many").vector(32).reshape(2, 2, 2, 2, 2);
  }
}
