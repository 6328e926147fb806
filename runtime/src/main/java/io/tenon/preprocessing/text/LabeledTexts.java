package io.tenon.preprocessing.text;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Texts, each of a class.
 *
 * @param texts the texts
 * @param labels (texts) int32, the number of the class of each
 * @param classNames the classes, by number
 */
public record LabeledTexts(List<String> texts, INDArray labels, List<String> classNames) {
  /** The lists are copied. */
  public LabeledTexts {
    texts = List.copyOf(texts);
    classNames = List.copyOf(classNames);
  }
}
