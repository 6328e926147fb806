package io.tenon.processor.read;

/** Source that javac itself refuses, such as an unknown name or a missing member: it will tell. */
final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
