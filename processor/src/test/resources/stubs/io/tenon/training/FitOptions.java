package io.tenon.training;

public interface FitOptions {}
