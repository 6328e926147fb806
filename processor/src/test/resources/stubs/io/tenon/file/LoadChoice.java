package io.tenon.file;

import java.util.function.Consumer;

public interface LoadChoice extends Consumer<LoadOptions> {}
