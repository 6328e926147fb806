package io.tenon;

/** What a convolution or pooling does at the border of what it reads. */
public enum Padding {
  /** Nothing is added; the output shrinks by the kernel's size less one. */
  VALID,
  /** Zeros are added evenly, so that stride 1 keeps the size: output = ceil(input / stride). */
  SAME,
  /** Zeros are added before the first step only, so that no output sees a later input; 1D only. */
  CAUSAL
}
