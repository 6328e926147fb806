// error: no suitable method found for dense(no arguments)
import io.tenon.dsl.Networks;

class ForgottenUnits {
  Object network() {
    return Networks.sequential("mlp").vector(784).dense();
  }
}
