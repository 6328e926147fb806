package io.tenon.file;

public final class LoadOptions {}
