package org.nd4j.autodiff.samediff;

public class SDVariable {
  public SDVariable sub(SDVariable other) {
    return this;
  }
}
