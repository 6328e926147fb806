package io.tenon.plan;

/** A layer at work in a plan: forward and backward over memory that it was given when made. */
public interface Kernel {
  /** From what it reads to what it gives. */
  void forward();

  /**
   * From the gradient of what it gives to those of what it reads and of its weights. Not called
   * where {@link KernelContext#backward} is false.
   */
  void backward();
}
