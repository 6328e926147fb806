package io.tenon.plan;

import io.tenon.layer.LayerSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** The kernels there are, by the type of their layer's spec. */
final class KernelFactories {
  private static final Map<Class<?>, KernelFactory> FACTORIES = new HashMap<>();

  static {
    for (KernelFactory factory :
        ServiceLoader.load(KernelFactory.class, KernelFactory.class.getClassLoader())) {
      FACTORIES.put(factory.specType(), factory);
    }
  }

  private KernelFactories() {}

  static Kernel create(KernelContext context) {
    LayerSpec spec = context.node().spec();
    KernelFactory factory = FACTORIES.get(spec.getClass());
    if (factory == null) {
      throw new UnsupportedOperationException(
          "%s: there is no kernel for the layer %s"
              .formatted(context.node().name(), spec.className()));
    }
    return factory.create(context);
  }
}
