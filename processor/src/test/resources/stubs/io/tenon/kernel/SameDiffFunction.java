package io.tenon.kernel;

import io.tenon.layer.Lambda;
import org.nd4j.autodiff.samediff.SDVariable;

public interface SameDiffFunction extends Lambda.Function {
  static SameDiffFunction of(SameDiffFunction function) {
    return function;
  }

  SDVariable apply(SDVariable... inputs);
}
