package io.tenon.plan;

import io.tenon.layer.LayerSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

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
    KernelFactory factory = factory(spec.getClass());
    if (factory == null) {
      throw new UnsupportedOperationException(
          "%s: there is no kernel for the layer %s"
              .formatted(context.node().name(), spec.className()));
    }
    return factory.create(context);
  }

  /** The factory for a spec, or for what it has in common with others. */
  private static @Nullable KernelFactory factory(Class<?> spec) {
    KernelFactory factory = FACTORIES.get(spec);
    for (Class<?> shared : spec.getInterfaces()) {
      factory = factory == null ? FACTORIES.get(shared) : factory;
    }
    return factory;
  }
}
