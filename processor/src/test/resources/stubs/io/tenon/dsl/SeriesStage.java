package io.tenon.dsl;

public final class SeriesStage {}
