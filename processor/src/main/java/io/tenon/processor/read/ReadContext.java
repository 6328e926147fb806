package io.tenon.processor.read;

import io.tenon.processor.file.ModelFiles;
import java.util.Set;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What there is to read.
 *
 * @param elements the compiler's elements
 * @param types the compiler's types
 * @param files the files that models name
 * @param compiled the names of the types that are being compiled: others are in class files
 */
public record ReadContext(Elements elements, Types types, ModelFiles files, Set<String> compiled) {}
