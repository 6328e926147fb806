package io.tenon.network;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import io.tenon.file.LoadOptions;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.keras.KerasObject;
import io.tenon.layer.Lambda;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.WeightSpec;
import io.tenon.layer.WrapperSpec;

/** What a model that is known has of its user's own, which is no code of a file's. */
final class OwnObjects {
  private OwnObjects() {}

  /** Lets a file of that model name what the model has. */
  static void register(Graph graph, LoadOptions options) {
    for (Node node : graph.layers()) {
      if (node.spec() instanceof Lambda.Spec function) {
        options.function(node.layer(), function);
      }
      LayerSpec spec = node.spec();
      register(spec, options);
      while (spec instanceof WrapperSpec wrapper) {
        spec = wrapper.layer();
        register(spec, options);
      }
      register(node.spec().activityRegularizer(), options);
      for (WeightSpec weight : node.weights()) {
        register(weight.initializer(), options);
        register(weight.regularizer(), options);
        register(weight.constraint(), options);
      }
    }
  }

  private static void register(LayerSpec spec, LoadOptions options) {
    if (spec.getClass().getPackage() != LayerSpec.class.getPackage()) {
      options.layer(spec.className(), spec.getClass());
    }
  }

  private static void register(Initializer.Spec spec, LoadOptions options) {
    Initializer.Function own = spec.function();
    if (own != null) {
      options.initializer(KerasObject.ownName(own), own);
    }
  }

  private static void register(Regularizer.Spec spec, LoadOptions options) {
    Regularizer.Function own = spec.function();
    if (own != null) {
      options.regularizer(KerasObject.ownName(own), own);
    }
  }

  private static void register(Constraint.Spec spec, LoadOptions options) {
    Constraint.Function own = spec.function();
    if (own != null) {
      options.constraint(KerasObject.ownName(own), own);
    }
  }
}
