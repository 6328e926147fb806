package io.tenon.data;

public interface SampleArrays {
  Samples arrays();
}
