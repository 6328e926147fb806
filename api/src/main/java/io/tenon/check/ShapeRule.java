package io.tenon.check;

import io.tenon.Regularizer;
import io.tenon.layer.Inference;
import io.tenon.layer.LayerSpec;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.LayerException;
import io.tenon.problem.LayerException.Insertion;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import io.tenon.shape.RankType;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Every layer can read what it is given, and gives what its signature says. */
final class ShapeRule implements Rule {
  private static final Insertion FLATTEN =
      new Insertion("Flatten", "@Flatten", RankType.VECTOR, "flat");
  private static final Insertion EMBED =
      new Insertion(
          "Embed", "@Embedding(inputDim = 10_000, outputDim = 64)", RankType.SERIES, "embedded");

  @Override
  public void check(ModelContext model, Consumer<Diagnostic> report) {
    for (int index : model.topologicalOrder()) {
      LayerSpec spec = model.tensor(index).spec();
      Optional<List<TensorType>> inputs = model.inputTypes(index);
      if (spec == null
          || inputs.isEmpty()
          || !spec.inputCount().allows(inputs.get().size())
          || !parametersFit(model, index, inputs.get(), report)) {
        continue;
      }
      try {
        requireActivity(spec);
        Inference inference = masked(spec, inputs.get());
        if (typesFit(model, index, inputs.get(), report)
            && resultFits(model, index, inference, report)) {
          model.infer(index, inference);
        }
      } catch (LayerException e) {
        report.accept(refused(model, index, e));
      } catch (ArithmeticException e) {
        report.accept(tooLarge(model, index));
      }
    }
  }

  /** What a result adds to the loss is a sum over its elements. */
  private static void requireActivity(LayerSpec spec) {
    Regularizer.Kind kind = spec.activityRegularizer().kind();
    if (kind == Regularizer.Kind.ORTHOGONAL || kind == Regularizer.Kind.FUNCTION) {
      throw new LayerException(
              Problem.INVALID_VALUE, "activityRegularizer must be L1, L2 or L1_L2, found " + kind)
          .at("activityRegularizer")
          .remedy("ORTHOGONAL and functions are for weights, such as kernelRegularizer.");
    }
  }

  private static Inference masked(LayerSpec spec, List<TensorType> inputs) {
    Inference inference = spec.infer(inputs);
    return new Inference(inference.output().masked(spec.masks(inputs)), inference.arithmetic());
  }

  private static boolean parametersFit(
      ModelContext model, int index, List<TensorType> inputs, Consumer<Diagnostic> report) {
    boolean fit = true;
    for (int i = 0; i < inputs.size(); i++) {
      TensorDeclaration.InputReference input = model.tensor(index).inputs().get(i);
      RankType declared = input.declared();
      if (declared != null && !declared.fits(inputs.get(i))) {
        fit = false;
        report.accept(
            new Diagnostic(
                rankProblem(declared, inputs.get(i)),
                new Location.OfInput(index, i),
                "%s takes %s as %s, but it is %s of shape %s"
                    .formatted(
                        model.qualifiedName(index),
                        input.tensor(),
                        declared.withArticle(),
                        RankType.describe(inputs.get(i)),
                        inputs.get(i)),
                ShapePath.to(model, index).withoutLast().lines(),
                remedy(inputs.get(i), input.tensor())));
      }
    }
    return fit;
  }

  private static boolean typesFit(
      ModelContext model, int index, List<TensorType> inputs, Consumer<Diagnostic> report) {
    LayerSpec layer = spec(model, index);
    for (int i = 0; i < inputs.size(); i++) {
      if (!layer.reads(inputs.get(i).dataType())) {
        String read = model.tensor(index).inputs().get(i).tensor();
        List<String> remedies = new ArrayList<>(Insertions.lines(model, index, i, EMBED));
        String shape = inputs.get(i).shape().toDeclaration();
        remedies.add(
            "Or, where they are no words:  @Input(\"%s\") Vector %s();".formatted(shape, read));
        report.accept(
            new Diagnostic(
                Problem.TYPE_MISMATCH,
                new Location.OfInput(index, i),
                "%s: %s reads numbers of float32, but %s is of %s"
                    .formatted(
                        model.qualifiedName(index),
                        model.annotation(index),
                        read,
                        inputs.get(i).dataType().kerasName()),
                ShapePath.to(model, index).withoutLast().lines(),
                inputs.get(i).shape().rank() == 1
                    ? remedies
                    : List.of("Declare it without dtype.")));
        return false;
      }
    }
    return true;
  }

  private static boolean resultFits(
      ModelContext model, int index, Inference inference, Consumer<Diagnostic> report) {
    RankType declared = model.tensor(index).declared();
    if (declared == null || declared.fits(inference.output())) {
      return true;
    }
    String layer = model.annotation(index);
    report.accept(
        new Diagnostic(
            rankProblem(declared, inference.output()),
            new Location.OfTensor(index),
            "%s is declared %s, but %s gives %s of shape %s"
                .formatted(
                    model.qualifiedName(index),
                    declared.typeName(),
                    layer,
                    RankType.describe(inference.output()),
                    inference.output()),
            ShapePath.to(model, index)
                .withLast(inference.output().shape().toString(), inference.arithmetic())
                .lines(),
            remedies(model, index, declared, inference.output())));
    return false;
  }

  private static Problem rankProblem(RankType declared, TensorType found) {
    return declared.rank() == found.shape().rank() ? Problem.TYPE_MISMATCH : Problem.RANK_MISMATCH;
  }

  /** An input declared with one axis too few probably lacks its channels or features. */
  private static List<String> remedies(
      ModelContext model, int index, RankType declared, TensorType found) {
    if (declared == RankType.VECTOR && model.tensor(index).inputs().size() == 1) {
      return Insertions.lines(model, index, 0, FLATTEN);
    }
    String name = model.tensor(index).name();
    if (declared.rank() == found.shape().rank() + 1 && EveryStep.lacks(spec(model, index))) {
      return EveryStep.remedy(declared, found, name);
    }
    List<String> remedies = new ArrayList<>(remedy(found, name));
    if (model.isInput(index) && declared.rank() == found.shape().rank() + 1) {
      remedies.add("Or add an axis:  @Input(\"%s 1\")".formatted(found.shape().toDeclaration()));
    }
    return remedies;
  }

  private static List<String> remedy(TensorType found, String name) {
    return RankType.of(found)
        .map(type -> List.of("Write  %s %s  instead.".formatted(type.typeName(), name)))
        .orElseGet(() -> List.of("Write  Tensor %s  instead.".formatted(name)));
  }

  private static Diagnostic refused(ModelContext model, int index, LayerException e) {
    String readers = "";
    List<String> remedies = new ArrayList<>(e.remedies());
    e.insertion().ifPresent(insertion -> remedies.addAll(inserted(model, index, e, insertion)));
    if (e.problem() == Problem.KERNEL_TOO_LARGE) {
      readers = " (%s)".formatted(model.tensor(index).inputs().get(0).tensor());
      pooling(model, index)
          .ifPresent(name -> remedies.add("Or drop %s, the pooling before it.".formatted(name)));
    }
    return new Diagnostic(
        e.problem(),
        location(index, e),
        "%s: %s%s".formatted(model.qualifiedName(index), e.getMessage(), readers),
        ShapePath.to(model, index).withLast(e.shape(), e.arithmetic()).lines(),
        remedies);
  }

  /** A layer to put between; or, behind a recurrent one, to have the results of all its steps. */
  private static List<String> inserted(
      ModelContext model, int index, LayerException e, Insertion insertion) {
    int input = e.input().orElse(0);
    String read = model.tensor(index).inputs().get(input).tensor();
    LayerSpec before = model.indexOf(read).map(i -> model.tensor(i).spec()).orElse(null);
    return before != null && EveryStep.lacks(before) && insertion.layer().startsWith("@Reshape")
        ? EveryStep.remedy(insertion.gives(), read)
        : Insertions.lines(model, index, input, insertion);
  }

  /** The last pooling before a tensor: what often made an image too small. */
  private static Optional<String> pooling(ModelContext model, int index) {
    return model.ancestors(index).stream()
        .filter(ancestor -> ancestor != index)
        .filter(ancestor -> spec(model, ancestor).className().contains("Pooling"))
        .map(ancestor -> model.tensor(ancestor).name())
        .reduce((first, last) -> last);
  }

  private static Location location(int index, LayerException e) {
    if (e.member().isPresent()) {
      return new Location.OfValue(index, Location.Annotated.LAYER, e.member().get());
    }
    return e.input().isPresent()
        ? new Location.OfInput(index, e.input().getAsInt())
        : new Location.OfAnnotation(index, Location.Annotated.LAYER);
  }

  private static Diagnostic tooLarge(ModelContext model, int index) {
    return new Diagnostic(
        Problem.BAD_SHAPE,
        new Location.OfAnnotation(index, Location.Annotated.LAYER),
        "%s would hold more elements than can be counted".formatted(model.qualifiedName(index)),
        ShapePath.to(model, index).withoutLast().lines(),
        List.of("Make an axis smaller."));
  }

  private static LayerSpec spec(ModelContext model, int index) {
    return Objects.requireNonNull(model.tensor(index).spec());
  }
}
