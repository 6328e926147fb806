package io.tenon.preprocessing.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.data.DataException;
import io.tenon.preprocessing.Batch;
import io.tenon.preprocessing.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ImageFlowTest {
  @TempDir Path folder;

  private static final ImageDataGenerator PLAIN = ImageDataGenerator.of(image -> {});

  /** Images of one value each, the same as their label. */
  private static INDArray numbered(int count) {
    INDArray images = Nd4j.create(DataType.FLOAT, count, 4, 4, 1);
    for (int i = 0; i < count; i++) {
      images.slice(i).assign(i);
    }
    return images;
  }

  private static INDArray numbers(int count) {
    return Nd4j.createFromArray(IntStream.range(0, count).toArray());
  }

  private static List<Integer> labels(ImageFlow flow) {
    List<Integer> labels = new ArrayList<>();
    for (Batch batch : flow) {
      for (int label : batch.y().toIntVector()) {
        labels.add(label);
      }
    }
    return labels;
  }

  private Path classes() {
    for (int i = 0; i < 5; i++) {
      Images.save(
          folder.resolve("cat/" + i + ".png"),
          Nd4j.valueArrayOf(new long[] {6, 6, 3}, 10. + i),
          false);
      Images.save(
          folder.resolve("dog/" + i + ".png"),
          Nd4j.valueArrayOf(new long[] {6, 6, 3}, 20. + i),
          false);
    }
    return folder;
  }

  @Test
  void givesEveryImageOnceAnEpochWithItsLabel() {
    ImageFlow flow = PLAIN.flow(numbered(10), numbers(10), options -> options.batchSize(4).seed(1));
    assertThat(flow.size()).isEqualTo(3);
    List<Integer> seen = new ArrayList<>();
    for (Batch batch : flow) {
      for (int i = 0; i < batch.size(); i++) {
        int label = batch.y().getInt(i);
        assertThat(batch.x().getFloat(i, 2, 3, 0)).isEqualTo(label);
        seen.add(label);
      }
    }
    assertThat(seen).hasSize(10).containsAll(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    assertThat(labels(flow)).isNotEqualTo(seen).hasSize(10);
  }

  @Test
  void keepsTheOrderWhereItIsNotToShuffle() {
    assertThat(labels(PLAIN.flow(numbered(5), numbers(5), options -> options.shuffle(false))))
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void aSeedGivesTheSameBatchesWithAnyNumberOfThreads() {
    INDArray images = Nd4j.rand(DataType.FLOAT, 30, 8, 8, 3).muli(255);
    List<INDArray> one = twoEpochs(images, 1, 5);
    assertThat(twoEpochs(images, 7, 5)).isEqualTo(one);
    assertThat(twoEpochs(images, 1, 6)).isNotEqualTo(one);
    assertThat(one.get(0)).isNotEqualTo(one.get(4));
  }

  private static List<INDArray> twoEpochs(INDArray images, int threads, long seed) {
    ImageFlow flow =
        ImageDataGenerator.of(image -> image.rotationRange(90).zoomRange(0.5).horizontalFlip(true))
            .flow(images, options -> options.batchSize(8).threads(threads).seed(seed));
    List<INDArray> batches = new ArrayList<>();
    flow.forEach(batch -> batches.add(batch.x()));
    flow.forEach(batch -> batches.add(batch.x()));
    assertThat(batches).hasSize(8);
    return batches;
  }

  @Test
  void splitsOffTheFirstImagesForValidation() {
    ImageDataGenerator generator = ImageDataGenerator.of(image -> image.validationSplit(0.25));
    INDArray images = numbered(8);
    assertThat(
            labels(
                generator.flow(
                    images, numbers(8), flow -> flow.subset(Subset.VALIDATION).shuffle(false))))
        .containsExactly(0, 1);
    assertThat(
            labels(
                generator.flow(
                    images, numbers(8), flow -> flow.subset(Subset.TRAINING).shuffle(false))))
        .containsExactly(2, 3, 4, 5, 6, 7);
    assertThatThrownBy(() -> PLAIN.flow(images, numbers(8), flow -> flow.subset(Subset.VALIDATION)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "there are no images in the subset VALIDATION; set validationSplit, or take ALL");
  }

  @Test
  void readsImagesByTheFolderTheyAreIn() {
    ImageFlow flow =
        PLAIN.flowFromDirectory(
            classes(), options -> options.targetSize(3, 2).shuffle(false).batchSize(6));
    assertThat(flow.classNames()).containsExactly("cat", "dog");
    assertThat(flow.files().get(9)).isEqualTo(folder.resolve("dog/4.png"));
    Batch first = flow.get(0);
    assertThat(first.x().shape()).containsExactly(6, 3, 2, 3);
    assertThat(first.x().getFloat(5, 2, 1, 2)).isEqualTo(20);
    assertThat(first.y().toFloatMatrix()[4]).containsExactly(1, 0);
    assertThat(first.y().toFloatMatrix()[5]).containsExactly(0, 1);
  }

  @Test
  void labelsAreOfTheKindAskedFor() {
    Path images = classes();
    Batch binary = folderBatch(images, ClassMode.BINARY);
    assertThat(binary.y().shape()).containsExactly(10, 1);
    assertThat(binary.y().dataType()).isEqualTo(DataType.FLOAT);
    assertThat(folderBatch(images, ClassMode.SPARSE).y().toIntVector())
        .containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
    Batch input = folderBatch(images, ClassMode.INPUT);
    assertThat(input.y()).isEqualTo(input.x());
    assertThat(folderBatch(images, ClassMode.NONE).labels()).isEmpty();
  }

  private static Batch folderBatch(Path images, ClassMode mode) {
    return PLAIN
        .flowFromDirectory(
            images, options -> options.classMode(mode).targetSize(6, 6).shuffle(false))
        .get(0);
  }

  @Test
  void splitsEachClassForValidation() {
    ImageDataGenerator generator = ImageDataGenerator.of(image -> image.validationSplit(0.4));
    ImageFlow validation =
        generator.flowFromDirectory(classes(), flow -> flow.subset(Subset.VALIDATION));
    assertThat(validation.files())
        .extracting(file -> folder.relativize(file).toString())
        .containsExactly("cat/0.png", "cat/1.png", "dog/0.png", "dog/1.png");
  }

  @Test
  void namesAnImageThatCannotBeReadOrLeavesItOut() throws IOException {
    Path broken = classes().resolve("dog/3.png");
    Files.writeString(broken, "no image");
    ImageFlow stopping = PLAIN.flowFromDirectory(folder, flow -> flow.shuffle(false).batchSize(5));
    Iterator<Batch> batches = stopping.iterator();
    assertThat(batches.next().size()).isEqualTo(5);
    assertThatThrownBy(batches::next)
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageStartingWith(broken + ": no image of a known format");
    ImageFlow skipping =
        PLAIN.flowFromDirectory(
            folder,
            flow ->
                flow.unreadable(Unreadable.SKIP)
                    .classMode(ClassMode.SPARSE)
                    .shuffle(false)
                    .batchSize(1));
    assertThat(labels(skipping)).containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1);
    assertThat(skipping.unreadable()).hasSize(1);
    assertThat(skipping.unreadable().get(0)).startsWith(broken + ": no image");
    assertThatThrownBy(() -> skipping.get(8))
        .isInstanceOf(DataException.class)
        .hasMessage("none of the images of batch 8 can be read");
  }

  @Test
  void refusesFoldersThatDoNotFit() throws IOException {
    assertThatThrownBy(() -> PLAIN.flowFromDirectory(folder))
        .isInstanceOf(DataException.class)
        .hasMessage(folder + ": expected a folder for each class in it, found none");
    Files.createDirectories(folder.resolve("bird"));
    assertThatThrownBy(() -> PLAIN.flowFromDirectory(folder))
        .hasMessage(
            folder + ": found no files of a known kind in the folders of the classes [bird]");
    classes();
    assertThatThrownBy(
            () -> PLAIN.flowFromDirectory(folder, flow -> flow.classMode(ClassMode.BINARY)))
        .hasMessage(folder + ": class mode BINARY needs 2 classes, found 3: [bird, cat, dog]");
    assertThatThrownBy(
            () -> PLAIN.flowFromDirectory(folder, flow -> flow.classes(List.of("cat", "fish"))))
        .hasMessage(folder + ": there is no folder of the class \"fish\"");
  }

  @Test
  void refusesArraysThatDoNotFit() {
    assertThatThrownBy(() -> PLAIN.flow(numbered(3), numbers(2)))
        .isInstanceOf(DataException.class)
        .hasMessage("there are 3 images, but 2 labels; each image needs its own");
    assertThatThrownBy(() -> PLAIN.flow(Nd4j.ones(3, 4, 4), numbers(3)))
        .hasMessage("expected images (images, height, width, channels), found shape [3, 4, 4]");
  }

  @Test
  void writesWhatItGivesOut() throws IOException {
    Path written = folder.resolve("written");
    ImageFlow flow = PLAIN.flow(numbered(3), options -> options.saveToDir(written).savePrefix("x"));
    flow.forEach(batch -> {});
    assertThat(written.toFile().list())
        .containsExactlyInAnyOrder("x_0_0.png", "x_0_1.png", "x_0_2.png");
    assertThat(Files.size(written.resolve("x_0_0.png"))).isPositive();
  }
}
