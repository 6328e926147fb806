package io.tenon.processor.read;

import io.tenon.processor.file.ModelFiles;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What there is to read.
 *
 * @param elements the compiler's elements
 * @param types the compiler's types
 * @param filer finds the files that models name
 * @param folders where else they lie, separated as in a class path; empty for nowhere
 * @param compiled the names of the types that are being compiled: others are in class files
 */
public record ReadContext(
    Elements elements, Types types, Filer filer, String folders, Set<String> compiled) {
  /** The files that models name; what reads them is loaded with the first one. */
  ModelFiles files() {
    return new ModelFiles(filer, folders);
  }
}
