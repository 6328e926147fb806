// error: cannot find symbol: method conv3D(int,int)
import io.tenon.dsl.Networks;

class VolumeLayerOnImage {
  Object network() {
    return Networks.sequential("scan").image(28, 28, 1).conv3D(8, 3);
  }
}
