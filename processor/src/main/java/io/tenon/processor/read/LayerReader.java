package io.tenon.processor.read;

import io.tenon.layer.LayerSpec;
import io.tenon.problem.LayerException;
import io.tenon.shape.RankType;
import io.tenon.shape.ShapeSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;

/** Reads the annotations that make a layer, perhaps behind wrappers, and tells what is wrong. */
final class LayerReader {
  private final TensorProblems problems;

  LayerReader(TensorProblems problems) {
    this.problems = problems;
  }

  /**
   * The layer that annotations stand for, if they do.
   *
   * @param rank the rank type that the signature states: tokens are int32 without saying so
   */
  Optional<LayerSpec> read(List<AnnotationMirror> layers, Optional<RankType> rank) {
    List<AnnotationMirror> unwrapped = new ArrayList<>();
    for (AnnotationMirror layer : layers) {
      if (!LayerAnnotations.isWrapper(layer)) {
        unwrapped.add(layer);
      }
    }
    if (layers.isEmpty()) {
      problems.noLayer();
    } else if (unwrapped.isEmpty()) {
      problems.nothingWrapped(layers.get(layers.size() - 1));
    } else if (unwrapped.size() > 1 || LayerAnnotations.isWrapper(layers.get(layers.size() - 1))) {
      problems.twoLayers(layers.get(layers.size() - 2), layers.get(layers.size() - 1));
    } else {
      return spec(layers, rank);
    }
    return Optional.empty();
  }

  private Optional<LayerSpec> spec(List<AnnotationMirror> layers, Optional<RankType> rank) {
    try {
      return Optional.of(
          LayerAnnotations.isInput(layers.get(0))
              ? InputReader.read(layers.get(0), rank)
              : SpecFactory.create(layers));
    } catch (ShapeSyntaxException e) {
      problems.badShape(e);
    } catch (LayerException e) {
      problems.refused(e);
    } catch (ClassNotFoundException e) {
      problems.specNotFound(layers.get(0), LayerAnnotations.spec(layers.get(0)));
    } catch (UnreadableException e) {
      // javac reports this one itself.
    }
    return Optional.empty();
  }
}
