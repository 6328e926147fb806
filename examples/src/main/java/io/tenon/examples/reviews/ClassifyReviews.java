package io.tenon.examples.reviews;

import static io.tenon.optimizer.Optimizers.adam;
import static io.tenon.preprocessing.sequence.Sequences.padSequences;

import io.tenon.preprocessing.text.Filters;
import io.tenon.preprocessing.text.LabeledTexts;
import io.tenon.preprocessing.text.LuceneSegmenter;
import io.tenon.preprocessing.text.TextFiles;
import io.tenon.preprocessing.text.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * From folders of raw text to a trained LSTM. Text of one's own, in a folder {@code bad} and a
 * folder {@code good}, takes the place of the sample if the first argument names where they are.
 */
public final class ClassifyReviews {
  private static final int SAMPLES = 400;
  private static final int TEST_SAMPLES = 100;
  private static final long SEED = 42;
  private static final List<String> ASKED = List.of("这家书店的环境非常舒服，老板也很热情。", "这家酒店的服务一点也不热情，价格实在昂贵。");

  private ClassifyReviews() {}

  /** Runs the example. */
  public static void main(String[] args) throws IOException {
    run(args.length > 0 ? Path.of(args[0]) : sample(SAMPLES, SEED));
  }

  /** Gives the accuracy on reviews that were not trained on. */
  static double run(Path folder) throws IOException {
    LabeledTexts reviews = TextFiles.fromDirectory(folder);
    LabeledTexts unseen = TextFiles.fromDirectory(sample(TEST_SAMPLES, SEED + 1));
    Tokenizer tokenizer =
        Tokenizer.of(
            words ->
                words
                    .numWords(ReviewLstm.WORDS)
                    .oovToken("?")
                    .filters(Filters.CJK)
                    .segmenter(LuceneSegmenter.chinese()));
    tokenizer.fitOnTexts(reviews.texts());
    System.out.printf(
        "%d reviews, %d words; \"%s\" is %s%n",
        reviews.texts().size(),
        tokenizer.wordIndex().size(),
        ASKED.get(0),
        tokenizer.sequencesToTexts(tokenizer.textsToSequences(ASKED)).get(0));
    try (ReviewLstmModel model =
        ReviewLstmModel.builder().optimizer(adam(5e-3)).seed(SEED).build()) {
      System.out.println(model.summary());
      model.fit(
          ReviewLstmModel.samples().words(tokens(tokenizer, reviews.texts())).good(good(reviews)),
          fit -> fit.epochs(8).batchSize(32));
      double accuracy =
          model
              .evaluate(
                  ReviewLstmModel.samples()
                      .words(tokens(tokenizer, unseen.texts()))
                      .good(good(unseen)))
              .accuracy();
      System.out.printf(Locale.ROOT, "unseen reviews: accuracy %.1f %%%n", 100 * accuracy);
      INDArray answers = model.predict(tokens(tokenizer, ASKED));
      for (int i = 0; i < ASKED.size(); i++) {
        System.out.printf(
            Locale.ROOT, "%.1f %% good: %s%n", 100 * answers.getFloat(i, 0), ASKED.get(i));
      }
      return accuracy;
    }
  }

  /** (reviews, length) int32. */
  private static INDArray tokens(Tokenizer tokenizer, List<String> texts) {
    return padSequences(tokenizer.textsToSequences(texts), pad -> pad.maxlen(ReviewLstm.LENGTH));
  }

  /** (reviews, 1) float32: 1 for a good one. */
  private static INDArray good(LabeledTexts reviews) {
    return reviews.labels().castTo(DataType.FLOAT).reshape(reviews.texts().size(), 1);
  }

  static Path sample(int count, long seed) throws IOException {
    Path folder = Files.createTempDirectory("reviews");
    ReviewFiles.write(folder, count, seed);
    return folder;
  }
}
