package io.tenon.benchmarks.tenon;

import io.tenon.Image;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dropout;

/** W2 without what is random. */
@Sequential
interface CnnWithoutDropout extends Cnn {
  @Dropout(0)
  @Override
  Image keptShapes();

  @Dropout(0)
  @Override
  Vector keptHidden();
}
