package io.tenon.file;

public enum WeightOption {}
