package io.tenon.check;

import io.tenon.graph.Graph;
import java.util.List;

/**
 * A model used as a layer. The tensors that it is made of stand in the declaration, under names
 * that begin with that of the tensor which it gives.
 *
 * @param tensor what it gives
 * @param layer the layer's name; all uses of one name share their weights
 * @param model the model
 * @param output which of the model's outputs it gives
 * @param inputs what it reads, in the order of the model's inputs
 */
public record ModelUse(
    String tensor, String layer, Graph model, String output, List<String> inputs) {
  /** Copies the list. */
  public ModelUse {
    inputs = List.copyOf(inputs);
  }
}
