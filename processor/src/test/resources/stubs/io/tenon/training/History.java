package io.tenon.training;

public interface History {}
