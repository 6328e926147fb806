package io.tenon.preprocessing.text;

/** Takes the words of one text after another, also as bytes. */
interface TextSink extends WordSink {
  /**
   * The word {@code ascii[from]} up to {@code ascii[to - 1]}, all of them 1 to 127; valid only
   * during the call. At least {@link WordTable#SLACK} more bytes follow in the array.
   */
  void accept(byte[] ascii, int from, int to);

  /** A word of up to eight ASCII characters but NUL, as {@link WordBytes} reads them. */
  void accept(long ascii);

  /** The text of the words so far, if there were any, has ended. */
  void endText();
}
