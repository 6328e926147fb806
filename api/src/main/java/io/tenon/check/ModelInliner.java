package io.tenon.check;

import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.InputLayer;
import io.tenon.layer.ModelInput;
import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.problem.Suggestions;
import io.tenon.shape.RankType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model used as a layer, as the tensors that it is made of. Those of one application are called
 * {@code code/hidden} after the tensor that it gives; their layers {@code encoder/hidden} after the
 * model, so that all applications share these.
 */
public final class ModelInliner {
  private final ModelDeclaration model;
  private final String layer;
  private final Map<String, TensorDeclaration> tensors = new HashMap<>();

  /** For a model that is known by that name in another. */
  public ModelInliner(ModelDeclaration model, String layer) {
    this.model = model;
    this.layer = layer;
    model.tensors().forEach(tensor -> tensors.put(tensor.name(), tensor));
  }

  /**
   * The tensors of an application; the last is the one that it gives.
   *
   * @param tensor the name of what it gives
   * @param output which output of the model; empty for its only one
   * @param inputs what it reads, in the order of the model's inputs
   * @param declared the rank type that the signature states, if it states one
   * @throws LayerException if the model reads another number of tensors, or has no such output
   */
  public List<TensorDeclaration> apply(
      String tensor, String output, List<InputReference> inputs, @Nullable RankType declared) {
    String end = output(output);
    Map<String, InputReference> given = given(inputs);
    List<TensorDeclaration> inlined = new ArrayList<>();
    for (TensorDeclaration each : before(end)) {
      boolean last = each.name().equals(end);
      String name = last ? tensor : tensor + "/" + each.name();
      InputReference entry = given.get(each.name());
      if (entry != null && each.spec() instanceof InputLayer input) {
        String source = model.name() + "." + each.name();
        inlined.add(
            new TensorDeclaration(
                name,
                new ModelInput(source, input.type()),
                name,
                List.of(entry),
                last ? declared : null,
                true));
      } else {
        inlined.add(
            new TensorDeclaration(
                name,
                each.spec(),
                layer + "/" + each.layer(),
                each.inputs().stream()
                    .map(input -> InputReference.of(tensor + "/" + input.tensor()))
                    .toList(),
                last ? declared : null,
                each.trainable()));
      }
    }
    return inlined;
  }

  private String output(String wanted) {
    List<String> outputs = model.outputs().stream().map(OutputSpec::tensor).toList();
    if (wanted.isEmpty() && outputs.size() == 1) {
      return outputs.get(0);
    }
    if (wanted.isEmpty()) {
      throw new LayerException(
              Problem.MISSING_VALUE,
              "%s gives %d tensors, and nothing tells which is meant"
                  .formatted(model.name(), outputs.size()))
          .remedy("Name one:  @Apply(output = \"%s\")".formatted(outputs.get(0)));
    }
    if (!outputs.contains(wanted)) {
      throw new LayerException(
              Problem.UNKNOWN_INPUT, "%s has no output \"%s\"".formatted(model.name(), wanted))
          .at("output")
          .remedy(Suggestions.hint(wanted, outputs));
    }
    return wanted;
  }

  private Map<String, InputReference> given(List<InputReference> inputs) {
    List<TensorDeclaration> entries =
        model.tensors().stream().filter(each -> each.spec() instanceof InputLayer).toList();
    if (entries.size() != inputs.size()) {
      throw new LayerException(
              Problem.WRONG_ARITY,
              "%s reads %d %s, found %d"
                  .formatted(
                      model.name(),
                      entries.size(),
                      entries.size() == 1 ? "tensor" : "tensors",
                      inputs.size()))
          .remedy(
              "Give it, in this order: "
                  + String.join(", ", entries.stream().map(TensorDeclaration::name).toList()));
    }
    Map<String, InputReference> given = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      given.put(entries.get(i).name(), inputs.get(i));
    }
    return given;
  }

  /** All that an output depends on, itself last. */
  private List<TensorDeclaration> before(String end) {
    Set<String> found = new LinkedHashSet<>();
    collect(end, found);
    List<TensorDeclaration> all = new ArrayList<>();
    for (TensorDeclaration each : model.tensors()) {
      if (found.contains(each.name()) && !each.name().equals(end)) {
        all.add(each);
      }
    }
    TensorDeclaration last = tensors.get(end);
    if (last != null) {
      all.add(last);
    }
    return all;
  }

  private void collect(String name, Set<String> found) {
    TensorDeclaration tensor = tensors.get(name);
    if (tensor != null && found.add(name)) {
      tensor.inputs().forEach(input -> collect(input.tensor(), found));
    }
  }
}
