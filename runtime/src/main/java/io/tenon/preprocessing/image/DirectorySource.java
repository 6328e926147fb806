package io.tenon.preprocessing.image;

import io.tenon.data.DataException;
import io.tenon.preprocessing.ClassFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Images in folders of classes. */
final class DirectorySource implements ImageSource {
  private final DirectoryFlowOptions options;
  private final List<String> names;
  private final List<Path> files = new ArrayList<>();
  private final List<Integer> classes = new ArrayList<>();

  DirectorySource(Path folder, DirectoryFlowOptions options, double validationSplit) {
    this.options = options;
    ClassFolders found = find(folder, options);
    this.names = found.names();
    if (options.classMode == ClassMode.BINARY && names.size() != 2) {
      throw new DataException(
          "%s: class mode BINARY needs 2 classes, found %d: %s"
              .formatted(folder, names.size(), names));
    }
    // The split is by class, so that each has its share of both parts.
    for (int i = 0; i < names.size(); i++) {
      int first = found.classes().indexOf(i);
      int count = first < 0 ? 0 : found.classes().lastIndexOf(i) - first + 1;
      int to = options.subset.to(count, validationSplit);
      for (int j = options.subset.from(count, validationSplit); j < to; j++) {
        files.add(found.files().get(first + j));
        classes.add(i);
      }
    }
  }

  private static ClassFolders find(Path folder, DirectoryFlowOptions options) {
    if (!options.classes.isEmpty()) {
      return ClassFolders.of(folder, options.classes, ImageDecoder::isKnown);
    }
    // Without labels, pictures need not be sorted into folders.
    return options.classMode == ClassMode.NONE || options.classMode == ClassMode.INPUT
        ? ClassFolders.of(folder, List.of(""), ImageDecoder::isKnown)
        : ClassFolders.of(folder, ImageDecoder::isKnown);
  }

  List<String> names() {
    return names;
  }

  List<Path> files() {
    return files;
  }

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public Picture image(int index) {
    return PictureCodec.decode(ImageDecoder.read(files.get(index)), options.load);
  }

  @Override
  public Optional<INDArray> labels(int[] indexes, INDArray images) {
    int[] numbers = new int[indexes.length];
    for (int i = 0; i < indexes.length; i++) {
      numbers[i] = classes.get(indexes[i]);
    }
    return switch (options.classMode) {
      case SPARSE -> Optional.of(Nd4j.createFromArray(numbers));
      case BINARY -> Optional.of(Nd4j.createFromArray(floats(numbers)).reshape(-1, 1));
      case CATEGORICAL -> Optional.of(oneHot(numbers));
      case INPUT -> Optional.of(images.dup());
      case NONE -> Optional.empty();
    };
  }

  private static float[] floats(int[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      floats[i] = numbers[i];
    }
    return floats;
  }

  private INDArray oneHot(int[] numbers) {
    float[][] rows = new float[numbers.length][names.size()];
    for (int i = 0; i < numbers.length; i++) {
      rows[i][numbers[i]] = 1;
    }
    return Nd4j.createFromArray(rows);
  }
}
