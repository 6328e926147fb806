// error: no suitable method found for conv2D(no arguments)
import io.tenon.dsl.Networks;

class ForgottenFilters {
  Object network() {
    return Networks.sequential("mnist").image(28, 28, 1).conv2D();
  }
}
