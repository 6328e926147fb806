package io.tenon.plan;

import io.tenon.layer.LayerSpec;

/**
 * Makes the kernel of one kind of layer. Found by {@link java.util.ServiceLoader}, so that no list
 * of layers exists.
 */
public interface KernelFactory {
  /** The spec that it makes kernels for: a record, or an interface that several share. */
  Class<? extends LayerSpec> specType();

  /** A kernel in a plan. */
  Kernel create(KernelContext context);
}
