package io.tenon.preprocessing.text;

/** Takes the words of one text after another, also many of them together. */
interface TextSink extends WordSink {
  /** The next words and ends of texts; valid only during the call. */
  void accept(WordBatch batch);

  /** The text of the words so far, if there were any, has ended. */
  void endText();
}
