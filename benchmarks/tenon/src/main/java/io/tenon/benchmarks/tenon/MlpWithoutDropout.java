package io.tenon.benchmarks.tenon;

import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dropout;

/** W1 without what is random. */
@Sequential
interface MlpWithoutDropout extends Mlp {
  @Dropout(0)
  @Override
  Vector kept1();

  @Dropout(0)
  @Override
  Vector kept2();
}
