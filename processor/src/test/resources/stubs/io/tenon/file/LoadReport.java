package io.tenon.file;

public record LoadReport() {}
