package io.tenon.reference;

import io.tenon.dsl.Layers;
import io.tenon.layer.EinsumDense;
import io.tenon.layer.EinsumEquation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Products along axes of one's choice, over random shapes: a loop over all letters. */
class EinsumDenseReferenceTest {
  private static final List<String> EQUATIONS =
      List.of(
          "ab,bc->ac",
          "abc,cd->abd",
          "abc,bd->adc",
          "abc,cde->aedb",
          "abcd,dce->abe",
          "abcd,cb->acd",
          "abc,bc->abc",
          "abc,cd->ad",
          "...x,xy->...y",
          "...xy,zy->...xz",
          "ab...,bc->ac...");

  @Property(tries = 80)
  void einsumDense(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    String equation = draw.any(EQUATIONS);
    int comma = equation.indexOf(',');
    int named = equation.substring(0, comma).replace("...", "").length();
    int[] shape = draw.several(equation.contains("...") ? draw.between(named + 1, 5) : named, 1, 4);
    String result = equation.substring(equation.indexOf('>') + 1);
    String own =
        result.startsWith("...") ? result.substring(3) : result.replace("...", "").substring(1);
    String read = equation.substring(0, comma);
    int[] outputShape =
        own.chars().map(letter -> read.indexOf(letter) < 0 ? draw.between(1, 4) : -1).toArray();
    String bias = draw.flip() ? "" : own.substring(draw.between(0, own.length() - 1));
    EinsumDense.Spec spec =
        Layers.einsumDense(equation, outputShape)
            .biasAxes(bias)
            .activation(draw.activation())
            .get();
    Comparison.of(spec, draw.random(), shape)
        .agreesWith(Reference.plain((x, weights) -> run(spec, x, weights)));
  }

  private static Numbers run(EinsumDense.Spec spec, Numbers x, List<Numbers> weights) {
    EinsumEquation axes = spec.equation(x.rank());
    Numbers kernel = weights.get(0);
    Map<Character, Integer> sizes = new HashMap<>();
    for (int i = 0; i < x.rank(); i++) {
      sizes.put(axes.input().charAt(i), x.size(i));
    }
    for (int i = 0; i < kernel.rank(); i++) {
      sizes.put(axes.kernel().charAt(i), kernel.size(i));
    }
    StringBuilder letters = new StringBuilder();
    sizes.keySet().forEach(letters::append);
    Numbers all = new Numbers(sizesOf(letters.toString(), sizes));
    Numbers y = new Numbers(sizesOf(axes.output(), sizes));
    for (int i = 0; i < all.values.length; i++) {
      int[] at = all.position(i);
      double product =
          x.get(places(axes.input(), letters, at)) * kernel.get(places(axes.kernel(), letters, at));
      int[] to = places(axes.output(), letters, at);
      y.set(y.get(to) + product, to);
    }
    if (weights.size() > 1) {
      Numbers bias = weights.get(1);
      for (int i = 0; i < y.values.length; i++) {
        int[] at = y.position(i);
        int[] from = new int[bias.rank()];
        for (int axis = 0; axis < from.length; axis++) {
          from[axis] = bias.size(axis) == 1 ? 0 : at[at.length - from.length + axis];
        }
        y.values[i] += bias.get(from);
      }
    }
    return ActivationReference.apply(spec.activation(), y);
  }

  private static int[] sizesOf(String letters, Map<Character, Integer> sizes) {
    return letters.chars().map(letter -> sizes.get((char) letter)).toArray();
  }

  private static int[] places(String of, StringBuilder letters, int[] at) {
    return of.chars().map(letter -> at[letters.indexOf(String.valueOf((char) letter))]).toArray();
  }
}
