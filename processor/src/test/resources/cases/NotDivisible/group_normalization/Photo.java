package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.layer.GroupNormalization;

@Sequential
interface Photo {
  @Input("8 8 6") Image photo();
  @GroupNormalization(groups = 4) Image even();
}
