package io.tenon.preprocessing.text;

/** Characters that separate words, for the option {@code filters}. */
public final class Filters {
  /** Keras's: ASCII punctuation but the apostrophe, tab and newline. */
  public static final String DEFAULT = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n";

  /** {@link #DEFAULT}, and the punctuation of Chinese, Japanese and Korean. */
  public static final String CJK =
      DEFAULT
          + "\u3000\u3001\u3002\u3008\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011"
          + "\u3014\u3015\u3016\u3017\u301c\u30fb\u00b7\u2014\u2018\u2019\u201c\u201d\u2026"
          + "\uff01\uff02\uff05\uff08\uff09\uff0c\uff0d\uff0e\uff0f\uff1a\uff1b\uff1f\uff3b\uff3d"
          + "\uff5b\uff5d\uff5e\uff61\uff62\uff63\uff64\uff65";

  private Filters() {}
}
