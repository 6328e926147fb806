package example;

import io.tenon.Model;

/** A sequence made of another. */
@Model(from = "seq2seq.keras")
public interface Seq2seq {}
