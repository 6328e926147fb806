// error: cannot find symbol: method conv2D(int,int)
import io.tenon.dsl.Networks;

class ConvolutionAfterFlatten {
  Object network() {
    return Networks.sequential("mnist").image(28, 28, 1).flatten().conv2D(32, 3);
  }
}
