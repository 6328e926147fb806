package io.tenon.preprocessing.text;

import io.tenon.data.DataException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Numbers words by how frequent they are, and turns texts into sequences of these or into matrices:
 * Keras's {@code Tokenizer}. Number 0 is free, for padding.
 *
 * <pre>{@code
 * Tokenizer tokenizer = Tokenizer.of(words -> words.numWords(10_000).oovToken("?"));
 * tokenizer.fitOnTexts(texts);
 * INDArray tokens = padSequences(tokenizer.textsToSequences(texts), pad -> pad.maxlen(100));
 * }</pre>
 *
 * <p>A text that cannot be read leaves the tokenizer as it was. Several threads may use one that is
 * fitted, but only one at a time may fit it, with no other using it.
 */
public final class Tokenizer {
  private final TokenizerOptions options;
  private final WordSplitter splitter;
  private final Vocabulary vocabulary;

  Tokenizer(TokenizerOptions options, Vocabulary vocabulary) {
    if (options.charLevel() && options.segmenter().isPresent()) {
      throw new IllegalArgumentException(
          "charLevel makes a word of every character; a segmenter has nothing to do then");
    }
    this.options = options;
    this.splitter = new WordSplitter(options);
    this.vocabulary = vocabulary;
  }

  /** A tokenizer with the defaults, which knows no words yet. */
  public static Tokenizer create() {
    return of(tokenizer -> {});
  }

  /**
   * A tokenizer that knows no words yet.
   *
   * @throws IllegalArgumentException if both charLevel and a segmenter are asked for
   */
  public static Tokenizer of(Consumer<? super TokenizerOptions> options) {
    TokenizerOptions read = new TokenizerOptions();
    options.accept(read);
    return new Tokenizer(read, new Vocabulary());
  }

  /** Counts the words of texts, and numbers all words anew. Keras's {@code fit_on_texts}. */
  public void fitOnTexts(Iterable<String> texts) {
    fit(texts.iterator());
  }

  /** Counts the words of texts as they come; only words are held in memory. */
  public void fitOnTexts(Stream<String> texts) {
    try (texts) {
      fit(texts.iterator());
    }
  }

  /**
   * Counts the words of a file, each line a text; the file may be larger than memory.
   *
   * @throws io.tenon.preprocessing.UnreadableFileException if it cannot be read or is not UTF-8
   */
  public void fitOnTexts(Path file) {
    ParallelCounter counter = counter();
    try (FileBlocks blocks = new FileBlocks(file)) {
      counter.count(blocks, lineSplitter(file));
    }
    vocabulary.add(counter.counted(), options.oovToken());
  }

  private void fit(Iterator<String> texts) {
    ParallelCounter counter = counter();
    counter.count(texts);
    vocabulary.add(counter.counted(), options.oovToken());
  }

  private ParallelCounter counter() {
    return new ParallelCounter(this::split, isParallel());
  }

  /** A segmenter need not bear several threads. */
  private boolean isParallel() {
    return options.segmenter().isEmpty();
  }

  private LineSplitter lineSplitter(Path file) {
    return new LineSplitter(file, splitter, options.charLevel());
  }

  private void split(String text, WordSink sink) {
    if (options.charLevel()) {
      splitter.splitCharacters(text, sink);
    } else {
      splitter.split(text, sink);
    }
  }

  /**
   * Counts texts that are numbers already, for {@link MatrixMode#TFIDF}. Keras's {@code
   * fit_on_sequences}.
   */
  public void fitOnSequences(int[][] sequences) {
    vocabulary.add(sequences);
  }

  /** The numbers of the words of each text. Keras's {@code texts_to_sequences}. */
  public int[][] textsToSequences(Iterable<String> texts) {
    return textsToSequences(StreamSupport.stream(texts.spliterator(), false)).toArray(int[][]::new);
  }

  /** The numbers of the words of each text, as they come. */
  public Stream<int[]> textsToSequences(Stream<String> texts) {
    return texts.map(this::textToSequence);
  }

  /**
   * The numbers of the words of each line of a file, as they are asked for; close it if not all
   * are. Several threads work ahead, on bytes where the text allows it.
   *
   * @throws io.tenon.preprocessing.UnreadableFileException if it cannot be opened; from the stream,
   *     if it cannot be read further or is not UTF-8, with the line
   */
  public Stream<int[]> textsToSequences(Path file) {
    FileBlocks blocks = new FileBlocks(file);
    int helpers = isParallel() ? ParallelCounter.threads() - 1 : 0;
    FileSequences sequences =
        new FileSequences(blocks, lineSplitter(file), this::sequenceBuilder, helpers);
    return StreamSupport.stream(sequences, false).onClose(blocks::close);
  }

  /**
   * The numbers of the words of a text, in order. Words without one, or with one of numWords or
   * more, are left out, or stand as the {@code oovToken} if there is one.
   */
  public int[] textToSequence(String text) {
    SequenceBuilder sequence = sequenceBuilder();
    split(text, sequence);
    sequence.endText();
    return sequence.sequences().get(0);
  }

  private SequenceBuilder sequenceBuilder() {
    int limit = options.numWords().orElse(Integer.MAX_VALUE);
    return new SequenceBuilder(vocabulary.numbers(), limit, oovIndex().orElse(0));
  }

  /** The words of each sequence, with spaces between. Keras's {@code sequences_to_texts}. */
  public List<String> sequencesToTexts(int[][] sequences) {
    return Stream.of(sequences).map(this::sequenceToText).toList();
  }

  private String sequenceToText(int[] sequence) {
    OptionalInt oov = oovIndex();
    StringJoiner text = new StringJoiner(" ");
    for (int index : sequence) {
      String word = vocabulary.indexWord().get(index);
      if (word != null && isUsed(index)) {
        text.add(word);
      } else if (oov.isPresent()) {
        text.add(Objects.requireNonNull(vocabulary.indexWord().get(oov.getAsInt())));
      }
    }
    return text.toString();
  }

  /** {@link #sequencesToMatrix} of {@link #textsToSequences(Iterable)}. */
  public INDArray textsToMatrix(Iterable<String> texts, MatrixMode mode) {
    return sequencesToMatrix(textsToSequences(texts), mode);
  }

  /**
   * A row for each sequence, a column for each number of a word: (sequences, numWords) float32,
   * where numWords, if not set, is one more than there are words. Keras's {@code
   * sequences_to_matrix}.
   *
   * @throws IllegalStateException if numWords is not set and no word is known, or the mode is
   *     {@link MatrixMode#TFIDF} and no text was counted
   * @throws DataException if there are no sequences, or a number is negative
   */
  public INDArray sequencesToMatrix(int[][] sequences, MatrixMode mode) {
    if (options.numWords().isEmpty() && vocabulary.wordIndex().isEmpty()) {
      throw new IllegalStateException(
          "how many columns the matrix needs is not known; call fitOnTexts first, or set numWords");
    }
    if (mode == MatrixMode.TFIDF && vocabulary.documentCount == 0) {
      throw new IllegalStateException(
          "TFIDF needs to know how frequent words are; call fitOnTexts or fitOnSequences first");
    }
    int columns = options.numWords().orElse(vocabulary.wordIndex().size() + 1);
    return new TextMatrix(vocabulary, columns, mode).of(sequences);
  }

  private boolean isUsed(int index) {
    return options.numWords().isEmpty() || index < options.numWords().getAsInt();
  }

  private OptionalInt oovIndex() {
    int index = options.oovToken().map(vocabulary.numbers()::find).orElse(0);
    return index == 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** How often each word was met, in the order in which they were. */
  public Map<String, Long> wordCounts() {
    return Collections.unmodifiableMap(vocabulary.wordCounts());
  }

  /** In how many texts each word was met. */
  public Map<String, Long> wordDocs() {
    return Collections.unmodifiableMap(vocabulary.wordDocs());
  }

  /** The number of each word, from 1, the most frequent first. */
  public Map<String, Integer> wordIndex() {
    return Collections.unmodifiableMap(vocabulary.wordIndex());
  }

  /** The word of each number. */
  public Map<Integer, String> indexWord() {
    return Collections.unmodifiableMap(vocabulary.indexWord());
  }

  /** In how many texts the word of each number was met. */
  public Map<Integer, Long> indexDocs() {
    return Collections.unmodifiableMap(vocabulary.indexDocs());
  }

  /** How many texts were counted. */
  public long documentCount() {
    return vocabulary.documentCount;
  }

  /**
   * Everything but a segmenter, in the form of Keras's {@code Tokenizer.to_json}; Keras's {@code
   * tokenizer_from_json} reads it.
   */
  public String toJson() {
    return TokenizerJson.write(options, vocabulary);
  }

  /** {@link #fromJson(String, Segmenter)} without one. */
  public static Tokenizer fromJson(String json) {
    return TokenizerJson.read(json, null);
  }

  /**
   * What {@link #toJson()} or Keras wrote, with the segmenter that it was fitted with.
   *
   * @throws DataException if it is no tokenizer of Keras's; the message says where
   */
  public static Tokenizer fromJson(String json, Segmenter segmenter) {
    return TokenizerJson.read(json, segmenter);
  }
}
